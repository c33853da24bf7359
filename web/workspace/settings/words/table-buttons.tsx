import { Button, FileButton, Group } from '@mantine/core';
import { useState } from 'react';
import { LANGUAGE_NAMES, type Spoken } from '#shared/languages.ts';
import { call } from '#web/api/client.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { saveFile } from '#web/ui/save-file.ts';

/** All texts as a table for whoever translates elsewhere, and back. */
export function WordsTable({ language, mayChange }: { language: Spoken; mayChange: boolean }) {
  const [faults, setFaults] = useState<readonly string[]>([]);
  const take = useDo('POST /words/table', {
    failed: false,
    refresh: ['GET /words'],
    onDone: ({ changed, same, empty }) =>
      toast.done(`${changed} changed in ${LANGUAGE_NAMES[language]}; ${same} were so already, ${empty} left empty`),
  });
  const save = async () => {
    try {
      const { csv } = await call('GET /words/table', { query: { language } });
      saveFile(`words-${language}.csv`, 'text/csv', csv);
    } catch (error) {
      toast.fault(error, 'Not exported');
    }
  };
  const read = async (file: File | null) => {
    if (!file) return;
    try {
      await take.mutateAsync({ body: { language, csv: await file.text() } });
    } catch (error) {
      const told = Object.entries(fieldErrors(error)).map(([place, message]) => `${place}: ${message}`);
      setFaults(told.length > 0 ? told : [toProblem(error).message]);
    }
  };
  return (
    <Group gap={8}>
      <Button variant="default" onClick={() => void save()}>
        Export CSV
      </Button>
      {mayChange && (
        <FileButton accept=".csv,text/csv" onChange={(file) => void read(file)}>
          {(props) => (
            <Button variant="default" loading={take.isPending} {...props}>
              Import CSV
            </Button>
          )}
        </FileButton>
      )}
      {faults.length > 0 && (
        <Dialog title="The table was not taken" opened onClose={() => setFaults([])}>
          <p className="f-plain">Nothing was changed. Mend these, then take it again:</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </Group>
  );
}
