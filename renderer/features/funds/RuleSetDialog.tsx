import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import type { FundSetRow } from '@shared/contract/funds';
import { addDays, addMonths, isCalendarDate } from '@shared/domain/dates';
import { type FundRule, fundRule } from '@shared/domain/funds/fund-rules';
import { fundRuleNames } from '@shared/domain/funds/rule-text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { RuleList } from './RuleList';

type Values = {
  area: string;
  validFrom: string | null;
  validTo: string | null;
  source: string;
  lastCheckedOn: string | null;
  checkAgainOn: string | null;
  rules: FundRule[];
};
/** Which set the dialog is about: a new one, a change of one, or a new version of one. */
export type SetTask = { fundId: string; fundName: string; set: FundSetRow | null; isNewVersion: boolean };
type RuleSetDialogProps = { task: SetTask; onClose: () => void };

/** A rule set in all its parts: period, source, when it was checked, and every rule. */
export function RuleSetDialog({ task, onClose }: RuleSetDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSchoolYear();
  const { set, fundId, fundName, isNewVersion } = task;
  const kept = useDraft<Values>(`fund rules ${isNewVersion ? 'after ' : ''}${set?.id ?? `new ${fundId}`}`);
  const day = today ?? null;
  const values = kept.draft ?? first(task, day);
  const change = (part: Partial<Values>) => kept.keep({ ...values, ...part });
  const [asked, setAsked] = useState(false);
  const save = useOrder('funds', 'saveRules');
  const fields = save.error?.fields ?? {};
  const close = () => {
    kept.drop();
    onClose();
  };
  const removal = useRemoval<{ id: string; name: string }>({
    remove: ({ id }) => call('funds', 'removeRules', { id }),
    restore: ({ id }) => call('funds', 'restoreRules', { id }),
    message: ({ name }) => t('funds.rules.setRemoved', { name }),
  });
  const name = [fundName, set?.area].filter(Boolean).join(' · ');
  const incomplete = values.rules.find((rule) => !fundRule.safeParse(rule).success);
  const dates = [values.validFrom, values.lastCheckedOn, values.checkAgainOn];
  const submit = () => {
    setAsked(true);
    const { validFrom, lastCheckedOn, checkAgainOn, ...rest } = values;
    if (!validFrom || !lastCheckedOn || !checkAgainOn || dates.some((date) => !isCalendarDate(date ?? '')))
      return;
    if (incomplete || rest.source.trim() === '') return;
    save.mutate(
      {
        ...(set && !isNewVersion ? { id: set.id } : {}),
        ...(set && isNewVersion ? { replaces: set.id } : {}),
        fundId,
        ...rest,
        validFrom,
        lastCheckedOn,
        checkAgainOn,
      },
      { onSuccess: close },
    );
  };
  const dateError = (date: string | null) => (asked && !date ? t('funds.rules.dateMissing') : undefined);
  const title = () => {
    if (!set) return t('funds.rules.newSetFor', { fund: fundName });
    return t(isNewVersion ? 'funds.rules.newVersionOf' : 'funds.rules.editSetOf', { name });
  };
  return (
    <Modal opened onClose={onClose} title={title()} size="xl">
      {kept.isReady && (
        <form
          ref={beginIn}
          className="fund-form long-form"
          noValidate
          onKeyDown={submitOnCtrlEnter}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DraftLine draft={kept} />
          {set && !isNewVersion && set.drafts > 0 && (
            <p className="soft">{t('funds.rules.drafts', { count: set.drafts })}</p>
          )}
          <div className="fund-fields fund-fields-two">
            <TextInput
              data-autofocus
              className="wide"
              label={t('funds.rules.area')}
              description={t('funds.rules.areaHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={values.area}
              onChange={(event) => change({ area: event.currentTarget.value })}
              error={fields.area}
              maxLength={200}
            />
            <DateField
              label={t('funds.rules.validFrom')}
              value={values.validFrom}
              onChange={(validFrom) => change({ validFrom })}
              error={fields.validFrom ?? dateError(values.validFrom)}
              required
            />
            <DateField
              label={t('funds.rules.validTo')}
              description={t('funds.rules.validToHint')}
              value={values.validTo}
              onChange={(validTo) => change({ validTo })}
              error={fields.validTo}
            />
            <DateField
              label={t('funds.rules.lastCheckedOn')}
              value={values.lastCheckedOn}
              onChange={(lastCheckedOn) => change({ lastCheckedOn })}
              maxDate={today ?? undefined}
              error={fields.lastCheckedOn ?? dateError(values.lastCheckedOn)}
              required
            />
            <DateField
              label={t('funds.rules.checkAgainOn')}
              value={values.checkAgainOn}
              onChange={(checkAgainOn) => change({ checkAgainOn })}
              error={fields.checkAgainOn ?? dateError(values.checkAgainOn)}
              required
            />
          </div>
          <Textarea
            label={t('funds.rules.source')}
            value={values.source}
            onChange={(event) => change({ source: event.currentTarget.value })}
            error={
              fields.source ??
              (asked && values.source.trim() === '' ? t('funds.rules.sourceMissing') : undefined)
            }
            maxLength={2000}
            autosize
            minRows={2}
            required
          />
          <RuleList rules={values.rules} asked={asked} onChange={(rules) => change({ rules })} />
          {asked && incomplete && (
            <p className="state-late" role="alert">
              {t('funds.rules.ruleIncomplete', { name: fundRuleNames[incomplete.kind][language] })}
            </p>
          )}
          <Failure
            error={(save.error ?? removal.error) && { message: (save.error ?? removal.error)?.message ?? '' }}
          />
          <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={close}>
            {set && !isNewVersion && (
              <Button
                variant="subtle"
                color="brick"
                loading={removal.isRemoving}
                onClick={async () => {
                  if (await removal.removeIt({ id: set.id, name })) close();
                }}
              >
                {t('common.remove')}
              </Button>
            )}
          </FormFoot>
        </form>
      )}
    </Modal>
  );
}

/** What the form begins with. A new version begins tomorrow at the earliest, when it has just been checked. */
function first({ set, isNewVersion }: SetTask, today: string | null): Values {
  if (set && !isNewVersion) {
    const { area, validFrom, validTo, source, lastCheckedOn, checkAgainOn, rules } = set;
    return { area, validFrom, validTo, source, lastCheckedOn, checkAgainOn, rules };
  }
  return {
    area: set?.area ?? '',
    validFrom: today && (set ? addDays(today, 1) : today),
    validTo: null,
    source: set?.source ?? '',
    lastCheckedOn: today,
    checkAgainOn: today && addMonths(today, 12),
    rules: set?.rules ?? [],
  };
}
