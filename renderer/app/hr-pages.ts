/** Navigation of a file of HR: cases from schools, and nothing of a school's own world. */
export const hrLinkGroups = [
  [['/merit', 'inbox']],
  [
    ['/documents', 'documents'],
    ['/settings/exchange', 'exchange'],
    ['/settings', 'settings'],
  ],
] as const;

const hrPages = [/^\/$/, /^\/merit(\/[^/]+)?\/?$/, /^\/documents\/?$/, /^\/settings(\/exchange)?\/?$/];

/** Whether an address is a page of HR's; every other belongs to a school. */
export const isHrPage = (pathname: string) => hrPages.some((page) => page.test(pathname));
