import { Button, Group, Modal } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { longDate, longMoment } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { ImportSheets } from './ImportSheets';
import { MakingState, useMakeSheets } from './MakeSheets';
import './preparation.css';

type Person = OutputOf<'preparation', 'answers'>['people'][number];

/** In a talk: its invitation and preparation sheet, and what was written on those that came back. */
export function TalkPreparation({ talkId }: { talkId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useCall('preparation', 'answers', { talkId });
  const make = useMakeSheets();
  const { today } = useSchoolYear();
  const { data } = query;
  if (!data) return <Failure error={query.error} />;
  const { isClosed, people, madeAt } = data;
  const isLate = today !== null && data.handBackBy < today;
  const isWaiting = !isClosed && people.length < data.invited;
  if (isClosed && people.length === 0) return null;
  return (
    <Sheet title={t('preparation.title')}>
      {isWaiting && (
        <>
          <p className="soft">
            {madeAt
              ? t('preparation.madeAt', { when: longMoment(madeAt, language) })
              : t('preparation.notMade')}{' '}
            {!isLate && t('preparation.wantedBy', { date: longDate(data.handBackBy, language) })}
            {isLate && madeAt && t('preparation.wasWantedBy', { date: longDate(data.handBackBy, language) })}
          </p>
          <Group gap="xs" align="flex-start">
            <Button variant="default" loading={make.busy} onClick={() => make.start([talkId])}>
              {t(madeAt ? 'preparation.makeAgain' : 'preparation.makeOne')}
            </Button>
            {/* Nothing can have come back before a sheet has gone out. */}
            {madeAt && <ImportSheets talkId={talkId} />}
          </Group>
          <MakingState make={make} />
        </>
      )}
      {people.map((person) => (
        <Answers key={person.sheetId} person={person} isClosed={isClosed} isAlone={people.length === 1} />
      ))}
    </Sheet>
  );
}

type AnswersProps = { person: Person; isClosed: boolean; isAlone: boolean };

function Answers({ person, isClosed, isAlone }: AnswersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const takeBack = useOrder('preparation', 'takeBack');
  const [isAsking, setAsking] = useState(false);
  const { answers, employeeName, hasRatings, importedAt, sheetId } = person;
  return (
    <section className="preparation-answers" aria-label={employeeName}>
      <h3 className="sub-title">
        {isAlone ? t('preparation.wroteAlone', { name: employeeName }) : employeeName}
      </h3>
      <p className="soft small">
        {t('preparation.importedAt', { when: longMoment(importedAt, language) })}
        {hasRatings && ` ${t('preparation.withRatings')}`}
      </p>
      {answers.length === 0 ? (
        <p className="soft">{t('preparation.wroteNothing')}</p>
      ) : (
        <dl className="preparation-dialogue">
          {answers.map(({ key, question, text }) => (
            <div key={key}>
              <dt>{question}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {!isClosed && answers.length > 0 && (
        <button type="button" className="link-button small" onClick={() => setAsking(true)}>
          {t('preparation.takeBack')}
        </button>
      )}
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t('preparation.takeBackTitle')}>
        <p className="reading-text">
          {t(hasRatings ? 'preparation.takeBackRatings' : 'preparation.takeBackText', { name: employeeName })}
        </p>
        <Failure error={takeBack.error} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
          <Button
            color="brick"
            loading={takeBack.isPending}
            onClick={() => takeBack.mutate({ sheetId }, { onSuccess: () => setAsking(false) })}
          >
            {t('preparation.takeBack')}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}
