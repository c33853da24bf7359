import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContractTemplateView, TemplateLineView } from '#shared/contract-template.ts';
import { LINE_KIND_WORDS } from '#shared/contract-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan, useMe } from '../../session/me.ts';
import { Covered } from '../covered.tsx';
import { unitPrice } from '../money.ts';
import { BILLING_TOUCHED } from '../touched.ts';
import { periodWords } from '../words.ts';
import { DriftList } from './drift-list.tsx';
import { TemplateForm } from './template-form.tsx';
import { linesWithout, TemplateLineForm } from './template-line-form.tsx';
import '../../clients/report/report.css';
import '../billing.css';

/** One template: what contracts from it get, and which of them differ from it. */
export default function TemplatePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useGet('GET /contract-templates/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <PageBody>
        <SkeletonLines lines={10} />
      </PageBody>
    );
  return <Template template={data} />;
}

type Doing = 'edit' | 'add' | TemplateLineView | null;

function Template({ template }: { template: ContractTemplateView }) {
  const can = useCan();
  const { allClients } = useMe();
  const may = can('contract.manage') && allClients;
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const { id, version, lines } = template;
  const save = useDo('PATCH /contract-templates/{id}', { failed: 'Not removed', refresh: BILLING_TOUCHED });
  return (
    <div className="f-report">
      <PageHead
        title={template.name}
        actions={
          may && (
            <Button variant="default" onClick={() => setDoing('edit')}>
              Edit
            </Button>
          )
        }
      >
        <Link to="/billing/templates">All templates</Link>
      </PageHead>
      <PageBody>
        <Facts
          facts={[
            ['Meant for', template.group ? <bdi key="group">{template.group.name}</bdi> : 'Every client'],
            ['What it is for', template.description && <bdi key="description">{template.description}</bdi>],
            ['In use', template.active ? 'Yes' : 'No: nothing new is made from it'],
            ['Billed', periodWords(template)],
            ['Holds', template.termMonths ? `${template.termMonths} months` : 'Without end'],
            ['Then', template.termMonths && goesOn(template)],
            [
              'Prices rise',
              template.upliftPercent && `by ${template.upliftPercent} % every ${template.upliftMonths} months`,
            ],
          ]}
        />
        <Section
          title="Lines"
          help="How many there are is each client’s own: where something is counted, a new contract takes the last count."
          actions={may && <Button onClick={() => setDoing('add')}>Add a line</Button>}
        >
          {lines.length === 0 ? (
            <EmptyState title="No lines yet">A line costs something each month, takes in work, or both.</EmptyState>
          ) : (
            <Lines
              template={template}
              onEdit={may ? setDoing : null}
              onRemove={(line) =>
                save.mutate({ params: { id }, body: { version, lines: linesWithout(template, line.id) } })
              }
            />
          )}
        </Section>
        <DriftList template={template} may={can('contract.manage')} />
      </PageBody>
      <Dialog title="Edit the template" opened={doing === 'edit'} onClose={close} size={680}>
        <TemplateForm template={template} onClose={close} />
      </Dialog>
      {doing !== null && doing !== 'edit' && (
        <Dialog title={doing === 'add' ? 'Add a line' : doing.name} opened onClose={close} size={680}>
          <TemplateLineForm template={template} line={doing === 'add' ? null : doing} onClose={close} />
        </Dialog>
      )}
    </div>
  );
}

const goesOn = ({ renewsMonths }: ContractTemplateView): string =>
  renewsMonths ? `Goes on for ${renewsMonths} months` : 'It ends';

type LinesProps = {
  template: ContractTemplateView;
  onEdit: ((line: TemplateLineView) => void) | null;
  onRemove(line: TemplateLineView): void;
};

const Lines = ({ template: { lines, covered, currency }, onEdit, onRemove }: LinesProps) => (
  <Sideways label="Lines as a table">
    <table className="f-report-table">
      <caption className="f-hidden">Lines of the template</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Work</th>
          <th scope="col">Quantity and price, a month</th>
          <th scope="col">
            <span className="f-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <bdi>{line.name}</bdi>
              <div className="f-dim">{LINE_KIND_WORDS[line.kind].name}</div>
              {line.counts && 'name' in line.counts && (
                <div className="f-dim">
                  Counted by <bdi>{line.counts.name}</bdi>
                </div>
              )}
            </th>
            <td>
              <Covered line={line} covered={covered} />
            </td>
            <td>
              {line.price === null
                ? `${line.percent} % of the rates`
                : `${line.quantity} ${line.unit} × ${unitPrice(line.price, currency)}`}
            </td>
            <td>
              {onEdit && (
                <div className="f-row-of-buttons">
                  <Button size="compact-sm" variant="default" onClick={() => onRemove(line)}>
                    Remove
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => onEdit(line)}>
                    Edit
                  </Button>
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
);
