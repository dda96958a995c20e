import { Link, type LinkProps } from '@tanstack/react-router';

type LinkTabsProps = {
  /** What the pages are pages of. */
  label: string;
  tabs: readonly { readonly to: LinkProps['to']; readonly text: string }[];
};

/** Pages that belong together, side by side under the title; they look like tabs and are links. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav className="link-tabs" aria-label={label}>
      {tabs.map(({ to, text }) => (
        <Link key={to} to={to} className="link-tab" activeOptions={{ exact: true }}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
