import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { addBusinessSeconds, type Calendar } from '#kernel/calendar.ts';
import { useGet } from '#web/api/use.ts';
import { Facts } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { priorityName } from '#web/ui/marks/priority-mark.tsx';
import { useReader } from '#web/ui/marks/reader.ts';
import { dayAndTime } from '#web/ui/marks/time.ts';
import { useClients } from '../../../desk/names.ts';
import { placeQuery, usePlace } from '../place.ts';
import type { Hours } from './hours.tsx';
import type { Targets } from './targets.tsx';

const MINUTE = 60;
const PRIORITIES = [1, 2, 3, 4, 5].map((priority) => ({
  value: String(priority),
  label: `P${priority} ${priorityName(priority)}`,
}));
const today = () => new Date().toISOString().slice(0, 10);

/** When a ticket would be due, by the hours in force at the same place. Public holidays are left out. */
export function TargetsPreview({ value }: { value: Targets }) {
  const { place } = usePlace();
  const reader = useReader();
  const clients = useClients();
  const { data } = useGet('GET /settings', { query: placeQuery(place) });
  const [priority, setPriority] = useState('2');
  const [day, setDay] = useState(today);
  const [time, setTime] = useState('16:30');
  const hours = data?.items.find(({ key }) => key === 'sla.hours')?.value as Hours | undefined;
  const target = value.byPriority[Number(priority) - 1];
  const timeZone = clients.find(({ id }) => id === place.id)?.timeZone ?? reader.timeZone;
  const from = new Date(`${day}T${time}`);
  const due = (minutes: number): string => {
    if (!hours || Number.isNaN(from.getTime())) return '…';
    const calendar: Calendar = { name: '', timeZone, ...hours };
    const at = addBusinessSeconds(calendar, from.getTime(), minutes * MINUTE);
    if (at === null) return 'never: the service hours are empty';
    return dayAndTime(new Date(at).toISOString(), Date.now(), { ...reader, timeZone });
  };
  return (
    <div className="f-preview">
      <Select
        label="A ticket of"
        data={PRIORITIES}
        value={priority}
        onChange={(next) => next && setPriority(next)}
        allowDeselect={false}
      />
      <div className="f-form-pair">
        <TextInput
          type="date"
          label="reported on"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput type="time" label="at" value={time} onChange={(event) => setTime(event.currentTarget.value)} />
      </div>
      {target && (
        <div className="f-preview-answer" role="status">
          <Facts
            facts={[
              ['Answer by', due(target.response)],
              ['Solve by', due(target.resolution)],
            ]}
          />
        </div>
      )}
      <p className="f-plain f-dim">Without public holidays. Times are those of {timeZone}.</p>
    </div>
  );
}
