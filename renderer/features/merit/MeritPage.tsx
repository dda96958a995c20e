import { Button } from '@mantine/core';
import type { MeritCaseRow } from '@shared/contract/merit';
import { isDecided } from '@shared/domain/merit-case';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { decimal, longDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { longWaitDays, toneOf, useWaits } from './merit-words';
import { StartDialog } from './StartDialog';
import './merit.css';

/** Everybody who has applied for merit, and whom each case waits for; `readAnswer` is the way HR’s answers come in. */
export function MeritPage({ readAnswer }: { readAnswer?: ReactNode }) {
  const { t } = useTranslation();
  const list = useCall('merit', 'list', {});
  const [isStarting, setStarting] = useState(false);
  const { data } = list;
  const open = data?.cases.filter(({ state }) => !isDecided(state) && state !== 'withdrawn').length ?? 0;
  return (
    <Page
      title={t('merit.title')}
      lede={data && (open > 0 ? t('merit.lede', { count: open }) : t('merit.ledeNone'))}
      actions={
        data && (
          <>
            {data.cases.some(({ state }) => state !== 'draft') && readAnswer}
            <Button onClick={() => setStarting(true)}>{t('merit.new')}</Button>
          </>
        )
      }
    >
      <Failure error={list.error} />
      {data && (
        <Sheet>
          {data.cases.length === 0 ? (
            <Empty title={t('merit.emptyTitle')}>{t('merit.emptyText')}</Empty>
          ) : (
            <table className="table" aria-label={t('merit.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('merit.who')}</th>
                  <th scope="col">{t('merit.what')}</th>
                  <th scope="col">{t('merit.state')}</th>
                  <th scope="col">{t('merit.when')}</th>
                </tr>
              </thead>
              <tbody>
                {data.cases.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
              </tbody>
            </table>
          )}
        </Sheet>
      )}
      {isStarting && <StartDialog onClose={() => setStarting(false)} />}
    </Page>
  );
}

function Row({ one }: { one: MeritCaseRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const waits = useWaits()(one);
  const [ects, applied] = [decimal(one.ects ?? 0, language), decimal(one.applied, language)];
  return (
    <tr>
      <td>
        <Link to="/merit/$caseId" params={{ caseId: one.id }} className="plain-link">
          {one.applicantName}
        </Link>
        <div className="soft small">{one.applicantTitle}</div>
      </td>
      <td>
        {one.state === 'partly' ? t('merit.ectsOf', { ects, applied }) : t('merit.ects', { ects: applied })}
      </td>
      <td>
        <StateWord tone={toneOf[one.state]}>
          {sentenceCase(t(`merit.states.${one.state}`), language)}
        </StateWord>
        {waits && (
          <div className={waits.days > longWaitDays ? 'state-late small' : 'soft small'}>
            {waits.days > 0
              ? t('merit.waits', { who: waits.who, count: waits.days })
              : t('merit.waitsToday', { who: waits.who })}
          </div>
        )}
      </td>
      <td className="soft merit-when">
        {one.decidedOn
          ? t('merit.decidedOn', { date: longDate(one.decidedOn, language) })
          : one.appliedOn
            ? t('merit.appliedOn', { date: longDate(one.appliedOn, language) })
            : t('merit.notHandedIn')}
      </td>
    </tr>
  );
}
