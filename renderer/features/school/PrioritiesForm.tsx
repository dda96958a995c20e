import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { InputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';

type Priority = InputOf<'school', 'savePriorities'>['priorities'][number];

const kinds = ['municipal', 'school'] as const;

/** Municipal and school priorities, the first two rows of the inspiration matrix (R000-12). */
export function PrioritiesForm() {
  const stored = useCall('school', 'priorities', {});
  if (!stored.data) return <Failure error={stored.error} />;
  return <Form stored={stored.data.priorities} />;
}

function Form({ stored }: { stored: readonly Priority[] }) {
  const { t } = useTranslation();
  const save = useOrder('school', 'savePriorities');
  const [rows, setRows] = useState<readonly Priority[]>(stored);
  const [saved, setSaved] = useState<readonly Priority[] | null>(null);
  /** What was new has its own identity now; saved once more it must not become another. */
  const readBack = async () => {
    const { priorities } = await call('school', 'priorities', {});
    setRows(priorities);
    setSaved(priorities);
  };
  const labels = { municipal: t('settings.priorities.municipal'), school: t('settings.priorities.own') };
  return (
    <Sheet title={t('settings.priorities.title')}>
      <p className="soft">{t('settings.priorities.lede')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending)
            save.mutate(
              { priorities: rows.filter(({ name }) => name.trim() !== '') },
              { onSuccess: readBack },
            );
        }}
      >
        <div className="columns">
          {kinds.map((kind) => (
            <Stack key={kind} gap="xs">
              <h3 className="sheet-title">{labels[kind]}</h3>
              {rows.map((row, index) =>
                row.kind === kind ? (
                  // A row has no name of its own until it is typed; its place is what it is.
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added last and removed whole
                  <Group key={index} gap="xs" wrap="nowrap">
                    <TextInput
                      flex={1}
                      aria-label={t('settings.priorities.name')}
                      value={row.name}
                      onChange={(event) =>
                        setRows(
                          rows.map((one) =>
                            one === row ? { ...one, name: event.currentTarget.value } : one,
                          ),
                        )
                      }
                    />
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={t('settings.priorities.removeOne', { name: row.name })}
                      onClick={() => setRows(rows.filter((one) => one !== row))}
                    >
                      {t('common.remove')}
                    </Button>
                  </Group>
                ) : null,
              )}
              {!rows.some((row) => row.kind === kind) && (
                <div className="soft small">{t('settings.priorities.none')}</div>
              )}
              <div>
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => setRows([...rows, { kind, name: '' }])}
                >
                  {t('settings.priorities.add')}
                </Button>
              </div>
            </Stack>
          ))}
        </div>
        <Failure error={save.error} />
        <Group justify="flex-end" mt="md">
          <span role="status">
            {rows === saved && <StateWord tone="good">{t('settings.priorities.saved')}</StateWord>}
          </span>
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Sheet>
  );
}
