import { Button, Group } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, type RefCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * As many of a table's columns as there is room for, the newest (last) first, and the way to the others: a page never
 * scrolls sideways. Widths in px; `first` is the width everything before the columns takes.
 */
export function useColumns<T>(
  all: readonly T[],
  { first, each }: { first: number; each: number },
): { room: RefCallback<HTMLDivElement>; shown: readonly T[]; turn: ReactNode } {
  const { t } = useTranslation();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [back, setBack] = useState(0);
  // Not laid out yet, or there for the screen reader alone: all of them.
  const fits = width < first ? all.length : Math.max(1, Math.floor((width - first) / each));
  const end = Math.max(Math.min(fits, all.length), all.length - back);
  const start = Math.max(0, end - fits);
  const turn = all.length > fits && (
    <Group gap="xs" mb="xs">
      <Button
        size="compact-sm"
        variant="default"
        disabled={start === 0}
        onClick={() => setBack(all.length - start)}
      >
        {t('common.earlierYears')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={end === all.length}
        onClick={() => setBack(Math.max(0, all.length - end - fits))}
      >
        {t('common.laterYears')}
      </Button>
    </Group>
  );
  return { room: ref, shown: all.slice(start, end), turn };
}
