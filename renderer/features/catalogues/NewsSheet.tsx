import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { offerFieldNames } from '@shared/domain/catalogue-import/columns';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longMoment } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { shownValue } from './offer-words';
import '../../ui/table-import.css';

type News = OutputOf<'catalogues', 'news'>['news'][number];
export type NewsLine = News['differences'][number];

/** What came into the programme and has changed at its provider since. Nothing changes before somebody says so. */
export const NewsSheet = memo(function NewsSheet() {
  const { t } = useTranslation();
  const list = useCall('catalogues', 'news', {});
  const adopt = useOrder('catalogues', 'adopt');
  const { news = [] } = list.data ?? {};
  if (news.length === 0) return <Failure error={list.error} />;
  const takeOver = ({ runId, title }: News) =>
    adopt.mutate(
      { runId },
      {
        onSuccess: ({ before }) =>
          offerUndo({
            message: t('catalogues.adopted', { title }),
            label: t('common.undo'),
            undo: () => call('catalogues', 'undoAdopt', { runId, before }),
          }),
      },
    );
  return (
    <Sheet title={t('catalogues.newsTitle')}>
      <p className="reading-text soft">{t('catalogues.newsText')}</p>
      <Failure error={adopt.error} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('catalogues.course')}</th>
            <th scope="col">{t('catalogues.what')}</th>
            <th scope="col">{t('catalogues.told')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('catalogues.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {news.map((one) => (
            <Row key={one.runId} one={one} onAdopt={() => takeOver(one)} isBusy={adopt.isPending} />
          ))}
        </tbody>
      </table>
    </Sheet>
  );
});

function Row({ one, onAdopt, isBusy }: { one: News; onAdopt: () => void; isBusy: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr>
      <td>
        <Link to="/programme/$itemId" params={{ itemId: one.itemId }} className="plain-link">
          {one.title}
        </Link>
        <div className="soft small">{one.catalogueName}</div>
      </td>
      <td>
        {one.isGone ? (
          <StateWord tone="late">{t('catalogues.goneWord')}</StateWord>
        ) : (
          <ul className="changes">
            {one.differences.map(({ field, inProgramme, inCatalogue }) => (
              <li key={field}>
                <span className="soft">{offerFieldNames[field][language]}:</span>{' '}
                {t('catalogues.fromTo', {
                  from: shownValue(field, inProgramme, t, language),
                  to: shownValue(field, inCatalogue, t, language),
                })}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="soft small">{longMoment(one.at, language)}</td>
      <td className="row-end">
        {!one.isGone && (
          <Button
            size="compact-sm"
            variant="default"
            loading={isBusy}
            onClick={onAdopt}
            aria-label={t('common.actionsFor', { action: t('catalogues.adopt'), name: one.title })}
          >
            {t('catalogues.adopt')}
          </Button>
        )}
      </td>
    </tr>
  );
}
