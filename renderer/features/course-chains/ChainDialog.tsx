import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { useDraft } from '../../ui/drafts';
import type { Chain } from './ChainsPage';
import { EditDialog } from './EditDialog';

type Values = { title: string; purpose: string };
type ChainDialogProps = { chain: Chain | null; onClose: () => void; onSaved: (chainId: string) => void };

/** Name and purpose of a chain. */
export function ChainDialog({ chain, onClose, onSaved }: ChainDialogProps) {
  const { t } = useTranslation();
  const kept = useDraft<Values>(`course chain ${chain?.id ?? 'new'}`);
  const values = kept.draft ?? { title: chain?.title ?? '', purpose: chain?.purpose ?? '' };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const save = useOrder('courseChains', 'save');
  return (
    <EditDialog
      title={chain ? t('courseChains.edit', { title: chain.title }) : t('courseChains.new')}
      kept={kept}
      error={save.error}
      isSaving={save.isPending}
      isDisabled={values.title.trim() === ''}
      submit={t('common.save')}
      onClose={onClose}
      onSubmit={() =>
        save.mutate(
          { ...(chain ? { id: chain.id } : {}), ...values },
          {
            onSuccess: ({ id }) => {
              kept.drop();
              onClose();
              onSaved(id);
            },
          },
        )
      }
    >
      <TextInput
        data-autofocus
        label={t('common.name')}
        value={values.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={save.error?.fields.title}
        required
      />
      <Textarea
        autosize
        minRows={3}
        maxRows={12}
        label={t('courseChains.purpose')}
        value={values.purpose}
        onChange={(event) => set({ purpose: event.currentTarget.value })}
      />
    </EditDialog>
  );
}
