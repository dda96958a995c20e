import { NativeSelect, TextInput } from '@mantine/core';
import { type ChainStepKind, chainStepKinds } from '@shared/domain/course-chain';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import type { Chain } from './ChainsPage';
import { EditDialog } from './EditDialog';

type Step = Chain['steps'][number];
type Values = Pick<Step, 'kind' | 'title' | 'responsible' | 'itemId' | 'plannedFrom' | 'plannedTo'>;
type StepDialogProps = { chain: Chain; step: Step | null; onClose: () => void };

const empty: Values = {
  kind: 'course',
  title: '',
  responsible: '',
  itemId: null,
  plannedFrom: null,
  plannedTo: null,
};

/** One step of a chain: what it is, who sees to it and when; a following course may be an item of the programme. */
export function StepDialog({ chain, step, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  const kept = useDraft<Values>(`chain step ${step?.id ?? `new ${chain.id}`}`);
  const { kind, title, responsible, itemId, plannedFrom, plannedTo } = kept.draft ?? step ?? empty;
  const values = { kind, title, responsible, itemId, plannedFrom, plannedTo };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const save = useOrder('courseChains', 'saveStep');
  const fields = save.error?.fields ?? {};
  // An item that has been taken out of the programme since stays until another is chosen.
  const isGone = itemId !== null && !chain.items.some(({ id }) => id === itemId);
  return (
    <EditDialog
      title={step ? t('courseChains.editStep', { title: step.title }) : t('courseChains.newStep')}
      kept={kept}
      error={save.error}
      isSaving={save.isPending}
      isDisabled={title.trim() === ''}
      submit={t('common.save')}
      onClose={onClose}
      onSubmit={() =>
        save.mutate(
          { ...(step ? { id: step.id } : {}), chainId: chain.id, ...values },
          {
            onSuccess: () => {
              kept.drop();
              onClose();
            },
          },
        )
      }
    >
      <TextInput
        data-autofocus
        label={t('courseChains.stepTitle')}
        value={title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={fields.title}
        required
      />
      <div className="cc-fields">
        <NativeSelect
          label={t('courseChains.kind')}
          value={kind}
          onChange={(event) => set({ kind: event.currentTarget.value as ChainStepKind })}
          data={chainStepKinds.map((value) => ({ value, label: t(`courseChains.kinds.${value}`) }))}
          error={fields.kind}
        />
        <TextInput
          label={t('courseChains.responsible')}
          value={responsible}
          onChange={(event) => set({ responsible: event.currentTarget.value })}
          error={fields.responsible}
        />
        <DateField
          label={t('courseChains.from')}
          value={plannedFrom}
          onChange={(value) => set({ plannedFrom: value })}
          error={fields.plannedFrom}
        />
        <DateField
          label={t('courseChains.to')}
          value={plannedTo}
          onChange={(value) => set({ plannedTo: value })}
          error={fields.plannedTo}
        />
      </div>
      {kind === 'course' && (
        <NativeSelect
          label={t('courseChains.item')}
          description={t('courseChains.itemText')}
          value={itemId ?? ''}
          onChange={(event) => set({ itemId: event.currentTarget.value || null })}
          data={[
            { value: '', label: t('courseChains.noItem') },
            ...(isGone && itemId ? [{ value: itemId, label: t('courseChains.itemGone') }] : []),
            ...chain.items.map((item) => ({ value: item.id, label: item.title })),
          ]}
          error={fields.itemId}
        />
      )}
    </EditDialog>
  );
}
