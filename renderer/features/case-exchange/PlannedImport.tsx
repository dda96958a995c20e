import { Alert, Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { localDate } from '@shared/domain/dates';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { beginAt } from '../../ui/first-field';
import { decimal, longDate, longMoment } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import './case-exchange.css';

export type FileInHand = NonNullable<OutputOf<'caseExchange', 'choose'>>;
export type Sender = NonNullable<FileInHand['sender']>;
type Plan = NonNullable<FileInHand['plan']>;

type PlannedImportProps = {
  token: string;
  sender: Sender;
  plan: Plan;
  onDone: (caseId: string) => void;
  onClose: () => void;
};

/** Everything the file will do, and the button that lets it. */
export function PlannedImport({ token, sender, plan, onDone, onClose }: PlannedImportProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const apply = useOrder('caseExchange', 'apply');
  const { applicantName: name, appliedOn, seq, writtenAt, attachments, positions } = plan;
  const isCompared = sender.trust === 'compared';
  return (
    <>
      <dl className="case-exchange-facts">
        <Fact name={t('caseExchange.read.from')}>
          {sender.name},{' '}
          <span className="soft">
            {isCompared ? t('caseExchange.read.trusted') : t('caseExchange.read.untrusted')}
          </span>
        </Fact>
        <Fact name={t('caseExchange.read.about')}>
          {appliedOn
            ? t('caseExchange.read.aboutText', { name, date: longDate(appliedOn, language) })
            : t('caseExchange.read.aboutNoDate', { name })}
        </Fact>
        <Fact name={t('caseExchange.read.number')}>
          {t('caseExchange.read.numberText', { seq, when: longMoment(writtenAt, language) })}
        </Fact>
        <Fact name={t('caseExchange.read.effect')}>
          <Effect plan={plan} />
        </Fact>
        {plan.kind === 'meritCase' && (
          <Fact name={t('caseExchange.read.attachments')}>
            {attachments.length === 0 && t('caseExchange.read.noAttachments')}
            {attachments.map((file) => (
              <div key={`${file.name} ${file.size}`}>
                {t('caseExchange.read.attachment', {
                  name: file.name,
                  size: decimal(Math.ceil(file.size / 1000), language),
                })}
              </div>
            ))}
          </Fact>
        )}
        {positions.length > 0 && (
          <Fact name={t('caseExchange.read.positions')}>
            {positions.map((position) => (
              <div key={`${position.role} ${position.takenAt}`}>
                {t('caseExchange.read.position', {
                  role: t(`merit.roles.${position.role}`),
                  name: position.name,
                  when: longDate(localDate(new Date(position.takenAt)), language),
                })}
              </div>
            ))}
          </Fact>
        )}
      </dl>
      {!isCompared && (
        <Alert color="brick" variant="light" my="sm">
          {t('caseExchange.read.warning')}
        </Alert>
      )}
      <Failure error={apply.error && { message: apply.error.message }} />
      <div className="form-foot">
        <span className="form-foot-start soft small">{t('caseExchange.read.nothingYet')}</span>
        <Button variant="default" onClick={onClose} ref={beginAt}>
          {t('common.cancel')}
        </Button>
        <Button
          loading={apply.isPending}
          onClick={() => apply.mutate({ token }, { onSuccess: ({ caseId }) => onDone(caseId) })}
        >
          {t('caseExchange.read.apply')}
        </Button>
      </div>
    </>
  );
}

function Effect({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { effect, stateBefore, stateAfter, ects } = plan;
  const after = t(`merit.states.${stateAfter}`);
  return (
    <>
      <div>{t(`caseExchange.read.effects.${effect}`)}</div>
      {stateBefore !== null && (
        <div>
          {stateBefore === stateAfter
            ? t('caseExchange.read.stateSame', { after })
            : t('caseExchange.read.stateChange', {
                before: t(`merit.states.${stateBefore}`),
                after,
              })}
        </div>
      )}
      {effect === 'decision' && ects !== null && ects > 0 && (
        <div>{t('caseExchange.read.points', { ects: decimal(ects, language) })}</div>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
