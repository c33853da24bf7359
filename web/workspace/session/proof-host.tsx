import { TopDialog } from '#web/ui/form/dialog.tsx';
import { DialoguePart } from '#web/ui/load/dialogue-part.tsx';
import { useStore } from '#web/ui/store.ts';
import { proofStore } from './fresh.ts';

const load = async () => (await import('./proof.tsx')).Proof;

/** Where people prove again that it is them. Mounted once, in the frame, above whichever dialogue asked. */
export function ProofHost() {
  const asked = useStore(proofStore);
  return (
    <TopDialog title="Confirm that it is you" opened={asked !== null} onClose={() => asked?.answer(false)} size={400}>
      {asked && (
        <DialoguePart load={load} lines={6}>
          {(Proof) => <Proof onDone={() => asked.answer(true)} onCancel={() => asked.answer(false)} />}
        </DialoguePart>
      )}
    </TopDialog>
  );
}
