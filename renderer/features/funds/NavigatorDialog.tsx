import { Button, Modal, NativeSelect, Select } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { isCalendarDate } from '@shared/domain/dates';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { beginIn } from '../../ui/first-field';
import { listbox } from '../../ui/listbox';
import { ActivityFields } from './ActivityFields';
import { type ActivityValues, costsOf, emptyActivity } from './activity-values';
import { FundHit } from './FundHit';

type Values = ActivityValues & {
  employeeId: string | null;
  agreementId: string | null;
  enrolmentId: string | null;
};
type Hit = OutputOf<'funds', 'navigate'>['hits'][number];
type Line = OutputOf<'funds', 'openings'>['lines'][number];
type NavigatorDialogProps = {
  start: { employee?: string; agreement?: string; enrolment?: string };
  onClose: () => void;
};

const nobody: Values = { ...emptyActivity, employeeId: null, agreementId: null, enrolmentId: null };
const keyOf = ({ agreementId, enrolmentId }: Pick<Line, 'agreementId' | 'enrolmentId'>) =>
  enrolmentId ?? agreementId ?? '';

/** From a person and a line of her plan to the funds that fit, the amount, and why others do not. */
export function NavigatorDialog({ start, onClose }: NavigatorDialogProps) {
  const { t } = useTranslation();
  const kept = useDraft<Values>(
    `fund navigator ${start.employee ?? 'new'} ${start.enrolment ?? start.agreement ?? ''}`,
  );
  const values = kept.draft ?? { ...nobody, employeeId: start.employee ?? null };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const people = useCall('funds', 'people', {});
  const openings = useCall(
    'funds',
    'openings',
    { employeeId: values.employeeId ?? '' },
    { enabled: values.employeeId !== null },
  );
  const lines = openings.data?.lines ?? [];
  const known = openings.data?.facts;
  const take = (line: Line | undefined) => {
    const facts = line?.facts ?? known ?? emptyActivity.facts;
    if (!line) return set({ agreementId: null, enrolmentId: null, facts });
    const { agreementId, enrolmentId, title, provider, startsOn } = line;
    const costs = line.costs.length > 0 ? line.costs : emptyActivity.costs;
    set({ agreementId, enrolmentId, title, provider, startsOn, costs, facts });
  };
  // What is known of the person, and the line somebody was sent here with, stand in the form once they are known.
  const filledFor = useRef<string | null>(null);
  useEffect(() => {
    const { employeeId } = values;
    if (!openings.data || !kept.isReady || filledFor.current === employeeId) return;
    filledFor.current = employeeId;
    const isTyped = values.facts.employer !== null || values.facts.staffGroup !== null;
    if (isTyped) return;
    const wanted = start.enrolment ?? start.agreement;
    const line = openings.data.lines.find(
      ({ agreementId, enrolmentId }) => wanted && (enrolmentId === wanted || agreementId === wanted),
    );
    if (line) take(line);
    else kept.keepHere({ ...values, facts: openings.data.facts });
  });
  return (
    <Modal opened onClose={onClose} title={t('funds.navigator.title')} size="min(1160px, 92vw)">
      <Failure error={people.error ?? openings.error} />
      {kept.isReady && (
        <form ref={beginIn} className="fund-form" noValidate onSubmit={(event) => event.preventDefault()}>
          <DraftLine draft={kept} />
          <div className="fund-navigator">
            <div>
              <div className="fund-fields">
                <Select
                  {...listbox}
                  data-autofocus
                  label={t('funds.navigator.person')}
                  placeholder={t('funds.navigator.choosePerson')}
                  data={(people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                  value={values.employeeId}
                  onChange={(employeeId) => kept.keep({ ...nobody, employeeId })}
                  searchable
                  required
                />
                <NativeSelect
                  label={t('funds.navigator.line')}
                  description={t('funds.navigator.lineHint')}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  value={keyOf(values)}
                  disabled={values.employeeId === null}
                  data={[
                    { value: '', label: t('funds.navigator.chooseLine') },
                    ...lines.map((line) => ({ value: keyOf(line), label: line.title })),
                  ]}
                  onChange={(event) => take(lines.find((line) => keyOf(line) === event.currentTarget.value))}
                />
              </div>
              {values.employeeId !== null && <ActivityFields values={values} set={set} errors={{}} />}
            </div>
            <Hits values={values} onDone={kept.drop} />
          </div>
          <div className="form-foot">
            <Button
              variant="default"
              onClick={() => {
                kept.drop();
                onClose();
              }}
            >
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}

/** The answer, asked anew whenever something is said. */
function Hits({ values, onDone }: { values: Values; onDone: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useOrder('funds', 'createDraft');
  const { employeeId, agreementId, enrolmentId, title, provider, startsOn, facts, costs } = values;
  const isAsked = employeeId !== null && startsOn !== null && isCalendarDate(startsOn);
  const question = {
    employeeId: employeeId ?? '',
    agreementId,
    enrolmentId,
    startsOn: startsOn ?? '',
    facts,
    costs: costsOf(costs),
  };
  const answer = useCall('funds', 'navigate', question, { enabled: isAsked, keepPrevious: true });
  if (!isAsked) return <p className="soft">{t('funds.navigator.waiting')}</p>;
  const hits = answer.data?.hits ?? [];
  const fitting = hits.filter((hit) => hit.assessment.fits && !lacksAgreement(hit));
  const perhaps = hits.filter((hit) => hit.assessment.fits && lacksAgreement(hit));
  const others = hits.filter(({ assessment }) => !assessment.fits);
  const isBlank = title.trim() === '';
  const draft = (ruleSetId: string) =>
    create.mutate(
      { ...question, ruleSetId, title, provider },
      {
        onSuccess: ({ applicationId }) => {
          onDone();
          void navigate({ to: '/funds/$applicationId', params: { applicationId } });
        },
      },
    );
  return (
    <section className="fund-answer" aria-live="polite">
      <Failure error={answer.error ?? create.error} />
      {answer.data && (
        <>
          {(fitting.length > 0 || perhaps.length === 0) && (
            <h3 className="sub-title">{t('funds.navigator.hits', { count: fitting.length })}</h3>
          )}
          {isBlank && fitting.length + perhaps.length > 0 && (
            <p className="soft">{t('funds.navigator.titleMissing')}</p>
          )}
          <ul className="fund-list">
            {fitting.map((hit) => (
              <FundHit
                key={hit.set.id}
                hit={hit}
                isBusy={create.isPending}
                onDraft={isBlank ? null : () => draft(hit.set.id)}
              />
            ))}
          </ul>
          {perhaps.length > 0 && <h3 className="sub-title">{t('funds.navigator.perhaps')}</h3>}
          <ul className="fund-list">
            {perhaps.map((hit) => (
              <FundHit
                key={hit.set.id}
                hit={hit}
                isBusy={create.isPending}
                onDraft={isBlank ? null : () => draft(hit.set.id)}
              />
            ))}
          </ul>
          {others.length > 0 && <h3 className="sub-title">{t('funds.navigator.others')}</h3>}
          <ul className="fund-list">
            {others.map((hit) => (
              <FundHit key={hit.set.id} hit={hit} isBusy={false} onDraft={null} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Whether nobody has said under which agreement she is, where the fund asks. */
const lacksAgreement = ({ assessment }: Hit) =>
  assessment.verdicts.some(({ rule, outcome }) => rule === 'admitted' && outcome === 'unknown');
