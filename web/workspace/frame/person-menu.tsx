import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { signOut } from '#web/api/here.ts';
import { queryClient } from '#web/api/use.ts';
import { IconHelp, IconLogout, IconMoon, IconSun, IconUserCircle } from '#web/ui/icons.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { useCommands } from '../palette/commands.ts';
import { useMe } from '../session/me.ts';

/** Me: my account, light or dark, and signing out. */
export function PersonMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  const flip = () => setColorScheme(dark ? 'light' : 'dark');
  const leave = async () => {
    await signOut();
    // Only once the pages are gone: they would ask for what is no longer theirs.
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
  const theme = dark ? 'Use light colours' : 'Use dark colours';
  useCommands([
    { label: theme, group: 'Do', run: flip },
    { label: 'Sign out', group: 'Do', run: leave },
  ]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className="f-me" aria-label={`${me.name}: account and sign-out`}>
          <Avatar name={me.name} size={26} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          <br />
          {me.email}
        </Menu.Label>
        <Menu.Item leftSection={<IconUserCircle size={16} />} onClick={() => navigate({ href: '/account' })}>
          Account
        </Menu.Item>
        <Menu.Item leftSection={<IconHelp size={16} />} onClick={() => navigate({ href: '/guide/start' })}>
          Guide
        </Menu.Item>
        <Menu.Item leftSection={dark ? <IconSun size={16} /> : <IconMoon size={16} />} onClick={flip}>
          {theme}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
