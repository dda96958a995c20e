import { type MantineColorSchemeManager, MantineProvider, useMantineColorScheme } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications, notifications } from '@mantine/notifications';
import type { OutputOf } from '@shared/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import 'dayjs/locale/da';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnlockPage } from '../features/vault/UnlockPage';
import { useCall, useFreshAnswers, useMachineEvent } from './call';
import { ErrorBoundary } from './ErrorBoundary';
import { useLockOnRequest } from './lock';
import { router } from './routes';
import { cssVariables, makeTheme } from './theme';
import { useFaultFocus } from './use-fault-focus';

// Most mornings begin with the passphrase; the other two doors are read when somebody stands before them.
const FirstRunPage = lazy(async () => ({
  default: (await import('../features/vault/FirstRunPage')).FirstRunPage,
}));
const SelfRatingPage = lazy(async () => ({
  default: (await import('../features/ratings/SelfRatingPage')).SelfRatingPage,
}));

const client = new QueryClient({
  defaultOptions: {
    // Everything is on this machine: no network to wait for, nothing to try again blindly.
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const styleNonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
// Dialogs lock the page's scrolling by a style element of their own, which asks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });

// The theme lives in the preferences file; nothing is kept in web storage.
const noWebStorage: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** Everything the pages share: texts, theme, server state, and which of the four doors is open. */
export function App({ preferences }: { preferences: OutputOf<'preferences', 'get'> }) {
  const { t, i18n } = useTranslation();
  const close = t('common.close');
  const theme = useMemo(() => makeTheme(close), [close]);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme={preferences.theme === 'system' ? 'auto' : preferences.theme}
      cssVariablesResolver={cssVariables}
      // Ours win over the kit's own, wherever its style sheet stands in the page.
      cssVariablesSelector=":root:root"
      colorSchemeManager={noWebStorage}
      getStyleNonce={() => styleNonce}
    >
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <QueryClientProvider client={client}>
          <ModalsProvider labels={{ confirm: t('common.yes'), cancel: t('common.cancel') }}>
            <Notifications position="bottom-right" limit={3} />
            <ErrorBoundary>
              <Suspense>
                <Door />
              </Suspense>
            </ErrorBoundary>
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}

/** Shows what the session allows, and nothing else; a change of session forgets every answer. */
function Door() {
  useFreshAnswers();
  useLockOnRequest();
  useThemeFromPreferences();
  useFaultFocus();
  const status = useCall('vault', 'status', {});
  const [, redraw] = useState(0);
  useMachineEvent(
    'session',
    useCallback(() => {
      client.clear();
      // What offers to undo names people, and outlives the pages: an employee must not see it, nor who finds it locked.
      notifications.clean();
      redraw((n) => n + 1);
    }, []),
  );
  switch (status.data?.state) {
    case 'none':
      return <FirstRunPage />;
    case 'locked':
      return <UnlockPage />;
    case 'employee':
      return <SelfRatingPage />;
    case 'leader':
      return <LeaderPages />;
    default:
      return null;
  }
}

/** The leader's pages, once the machine has told the date and whose file it is: a school's pages are not HR's. */
function LeaderPages() {
  const today = useCall('school', 'today', {});
  const school = useCall('school', 'get', {});
  return today.data && !school.isPending ? <RouterProvider router={router} /> : null;
}

function useThemeFromPreferences() {
  const preferences = useCall('preferences', 'get', {});
  const { setColorScheme } = useMantineColorScheme();
  const { i18n } = useTranslation();
  useEffect(() => {
    if (!preferences.data) return;
    setColorScheme(preferences.data.theme === 'system' ? 'auto' : preferences.data.theme);
    document.documentElement.lang = preferences.data.language;
    if (i18n.language !== preferences.data.language) void i18n.changeLanguage(preferences.data.language);
  }, [preferences.data, setColorScheme, i18n]);
}
