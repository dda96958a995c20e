import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageLink } from './palette';
import './search.css';

const SearchDialog = lazy(() =>
  import('./SearchDialog').then((loaded) => ({ default: loaded.SearchDialog })),
);

const isMac = navigator.platform.startsWith('Mac');

type SearchButtonProps = {
  pages: readonly PageLink[];
  /** A file without staff, talks and plans has nothing else to find. */
  pagesOnly?: boolean;
};

/** The button that opens the search, and Ctrl+K (Cmd+K), wherever the typing is; not above another dialog. */
export function SearchButton({ pages, pagesOnly = false }: SearchButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const toggle = () => {
    if (isOpen) setOpen(false);
    else if (!document.querySelector('[role=dialog], [role=alertdialog]')) setOpen(true);
  };
  useHotkeys([['mod+K', toggle]], [], true);
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span>{t('search.open')}</span>
        <kbd>{isMac ? '⌘K' : 'Ctrl+K'}</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog pages={pages} pagesOnly={pagesOnly} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
