import { Autocomplete, Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { givers, origins, receivers } from '@shared/domain/promises';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { listbox } from '../../ui/listbox';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { type AgreementInput, type Choices, type FormValues, inputOf, type PlanUse } from './form-values';
import { PlanFields } from './PlanFields';
import './agreements.css';

type AgreementFormProps = {
  values: FormValues;
  onChange: (values: FormValues) => void;
  choices: Choices;
  plan: PlanUse;
  where: Pick<AgreementInput, 'id' | 'employeeId' | 'teamId' | 'schoolYear' | 'talkId'>;
  onSaved: () => void;
  onCancel: () => void;
};

/** Competence, who, when, activity (R003-01); from whom to whom; need or wish (R003-05); and the plan part. */
export function AgreementForm(props: AgreementFormProps) {
  const { values, onChange, choices, plan, where, onSaved, onCancel } = props;
  const isPlanRequired = plan === 'required';
  const isOfTeam = where.teamId !== null;
  const { t } = useTranslation();
  const save = useOrder('agreements', 'save');
  const reopen = useOrder('trainingPlans', 'reopen');
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<FormValues>) => onChange({ ...values, ...change });
  const planStatus = choices.plan?.status ?? 'draft';
  const isFixed = planStatus !== 'draft';
  const isInPlan = plan !== 'none' && (isPlanRequired || values.isInPlan) && !isFixed;
  const errors = save.error?.fields ?? {};
  const employee = isOfTeam ? t('agreements.theTeam') : choices.subjectName;
  const leader = choices.leaderName || t('common.leader');

  const submit = () => {
    setAsked(true);
    const input = inputOf({ ...values, isInPlan }, where);
    if (input && !(isPlanRequired && isFixed)) save.mutate(input, { onSuccess: onSaved });
  };

  return (
    <form
      className="agreement-form"
      noValidate
      onKeyDown={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Autocomplete
        {...listbox}
        data-autofocus
        // The form may come after its dialog has looked for what to focus.
        autoFocus
        label={t('agreements.competence')}
        data={[...new Set(choices.competences)]}
        limit={20}
        value={values.competence}
        onChange={(competence) => set({ competence })}
        error={errors.competence}
        maxLength={200}
        required
      />
      <Textarea
        label={t('agreements.activity')}
        placeholder={t('agreements.activityHint')}
        autosize
        minRows={2}
        value={values.activity}
        onChange={(event) => set({ activity: event.currentTarget.value })}
        error={errors.activity}
        maxLength={1000}
        required
      />
      <div className="half">
        <Autocomplete
          {...listbox}
          label={t('agreements.who')}
          data={choices.members}
          value={values.who}
          onChange={(who) => set({ who })}
          error={errors.who}
          maxLength={200}
          required
        />
      </div>
      <div className="half">
        <DateField
          label={t('agreements.dueOn')}
          value={values.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          error={errors.dueOn}
          required
        />
      </div>
      <NativeSelect
        className="third"
        label={t('agreements.giver')}
        value={values.giver}
        onChange={(event) => set({ giver: event.currentTarget.value as FormValues['giver'] })}
        data={givers.map((value) => ({
          value,
          label: { employee, leader, both: t('agreements.both') }[value],
        }))}
      />
      <NativeSelect
        className="third"
        label={t('agreements.receiver')}
        value={values.receiver}
        onChange={(event) => set({ receiver: event.currentTarget.value as FormValues['receiver'] })}
        data={receivers
          .filter((value) => !isOfTeam || value !== 'team')
          .map((value) => ({
            value,
            label:
              value === 'employee'
                ? employee
                : value === 'leader'
                  ? leader
                  : t(`agreements.receivers.${value}`),
          }))}
      />
      <NativeSelect
        className="third"
        label={t('agreements.origin')}
        value={values.origin}
        onChange={(event) => set({ origin: event.currentTarget.value as FormValues['origin'] })}
        data={origins.map((value) => ({
          value,
          label: isOfTeam && value === 'wish' ? t('agreements.teamWish') : t(`agreements.origins.${value}`),
        }))}
      />
      {!isPlanRequired && plan !== 'none' && (
        <Checkbox
          label={t('agreements.partOfPlan')}
          checked={isInPlan}
          disabled={isFixed}
          onChange={(event) => set({ isInPlan: event.currentTarget.checked })}
        />
      )}
      {isFixed && choices.plan && (
        <div>
          <span className="soft">
            {t(`agreements.planFixed.${planStatus === 'signed' ? 'signed' : 'agreed'}`)}{' '}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            loading={reopen.isPending}
            onClick={() => choices.plan && reopen.mutate({ planId: choices.plan.id })}
          >
            {t('agreements.reopenPlan')}
          </Button>
          <Failure error={reopen.error} />
        </div>
      )}
      {isInPlan && (
        <PlanFields
          values={values}
          set={set}
          choices={choices}
          cellError={asked && !values.cell ? t('agreements.matrixMissing') : undefined}
          taskError={errors.taskName}
        />
      )}
      <div>
        {save.error && <Failure error={{ message: save.error.message }} />}
        <FormFoot submit={t('agreements.saveAgreement')} isSaving={save.isPending} onCancel={onCancel}>
          <span className="soft small">{t('agreements.saveHint')}</span>
        </FormFoot>
      </div>
    </form>
  );
}
