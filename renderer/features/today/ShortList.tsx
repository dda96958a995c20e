import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

type ShortListProps<T> = {
  rows: readonly T[];
  /** Rows shown before somebody asks for all. */
  size: number;
  keyOf: (row: T) => string;
  children: (row: T) => ReactNode;
};

/** The first rows of a list, and the rest on request. */
export function ShortList<T>({ rows, size, keyOf, children }: ShortListProps<T>) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <ul className="today-list">
        {(isWhole ? rows : rows.slice(0, size)).map((row) => (
          <li key={keyOf(row)} className="today-row">
            {children(row)}
          </li>
        ))}
      </ul>
      {rows.length > size && (
        <button type="button" className="link-button" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('today.showFewer') : t('today.showAll', { count: rows.length })}
        </button>
      )}
    </>
  );
}
