import { PageHead } from '#web/ui/frame/page-head.tsx';

/** Before anything is chosen. */
export default function SettingsIndex() {
  return (
    <>
      <PageHead title="Settings" />
      <p className="f-settings-intro f-dim">
        Choose on the left. What you set for everybody is inherited by each group and client until it has a value of its
        own; every value says where it comes from.
      </p>
    </>
  );
}
