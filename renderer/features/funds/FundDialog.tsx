import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { fundKinds } from '@shared/domain/funds/fund-words';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { useRemoval } from '../../ui/use-removal';
import type { FundWithSets } from './FundRulesPage';

type FundDialogProps = { fund: FundWithSets | null; onClose: () => void };

/** A fund’s name and kind. */
export function FundDialog({ fund, onClose }: FundDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(fund?.name ?? '');
  const [kind, setKind] = useState(fund?.kind ?? 'ownPool');
  const [asked, setAsked] = useState(false);
  const save = useOrder('funds', 'saveFund');
  const { removeIt, isRemoving, error } = useRemoval<FundWithSets>({
    remove: ({ id }) => call('funds', 'removeFund', { id }),
    restore: ({ id }) => call('funds', 'restoreFund', { id }),
    message: (one) => t('funds.rules.fundRemoved', { name: one.name }),
  });
  const isBlank = name.trim() === '';
  return (
    <Modal opened onClose={onClose} title={t(fund ? 'funds.rules.editFund' : 'funds.rules.newFund')}>
      <form
        ref={beginIn}
        onKeyDown={submitOnCtrlEnter}
        className="fund-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isBlank) save.mutate({ ...(fund ? { id: fund.id } : {}), name, kind }, { onSuccess: onClose });
        }}
      >
        <TextInput
          data-autofocus
          label={t('funds.rules.fundName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={asked && isBlank ? t('funds.rules.fundNameMissing') : undefined}
          maxLength={200}
          required
        />
        <NativeSelect
          label={t('funds.rules.fundKind')}
          value={kind}
          data={fundKinds.map((one) => ({ value: one, label: t(`funds.rules.fundKinds.${one}`) }))}
          onChange={(event) => setKind(fundKinds.find((one) => one === event.currentTarget.value) ?? kind)}
        />
        <Failure error={save.error ?? error} />
        <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={onClose}>
          {fund && (
            <Button
              variant="subtle"
              color="brick"
              loading={isRemoving}
              onClick={async () => {
                if (await removeIt(fund)) onClose();
              }}
            >
              {t('common.remove')}
            </Button>
          )}
        </FormFoot>
      </form>
    </Modal>
  );
}
