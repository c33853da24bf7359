import { Badge, Button } from '@mantine/core';

/** On or off, beside the heading of a way to sign in. */
export function OnBadge({ on }: { on: boolean }) {
  return on ? <Badge color="green">On</Badge> : <Badge color="gray">Off</Badge>;
}

/** The small button of these sections. */
export function SmallButton({
  children,
  onClick,
  loading = false,
}: {
  children: string;
  onClick(): void;
  loading?: boolean;
}) {
  return (
    <Button variant="default" size="compact-sm" onClick={onClick} loading={loading}>
      {children}
    </Button>
  );
}
