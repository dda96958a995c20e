import { Button } from '@mantine/core';
import {
  activityFormNames,
  activityKindNames,
  activityLevelNames,
  activityQualificationNames,
  focusTagNames,
} from '@shared/domain/activities';
import { localDate } from '@shared/domain/dates';
import { moneyText } from '@shared/domain/money';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { decimal, longDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { type Item, ItemDialog } from './ItemDialog';
import { RunsSheet } from './RunsSheet';
import { feeText } from './run-words';
import './programme.css';

/** What is wished for: the activity, or one of its holdings. */
export type Wished = { readonly itemId: string; readonly runId: string | null };
/** The form in which somebody's wish for it is written down. */
export type WishDialog = (wished: Wished, onClose: () => void) => ReactNode;

/** One activity: what it is, where it springs from, when it is held, and which plans ask for it. */
export function ItemPage({ wish }: { wish: WishDialog }) {
  const { itemId } = useParams({ from: '/programme/$itemId' });
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { schoolYear } = useSchoolYear();
  const query = useCall('programme', 'get', { id: itemId, schoolYear }, { keepPrevious: true });
  const [isEditing, setEditing] = useState(false);
  const [wished, setWished] = useState<Wished | null>(null);
  const { removeIt, isRemoving, error } = useRemoval<Item>({
    remove: ({ id }) => call('programme', 'remove', { id }),
    restore: ({ id }) => call('programme', 'restore', { id }),
    message: ({ title }) => t('programme.removed', { title }),
  });
  const item = query.data;
  if (!item) return <Failure error={query.error} />;
  return (
    <Page
      kicker={
        <Link to="/programme" className="plain-link">
          {t('programme.back')}
        </Link>
      }
      title={item.title}
      lede={
        <>
          {[
            activityKindNames[item.kind][language],
            activityLevelNames[item.level][language],
            activityFormNames[item.form][language],
            t('programme.updated', { date: longDate(localDate(new Date(item.updatedAt)), language) }),
          ].join(' · ')}
          {!item.isOffered && (
            <>
              {' · '}
              <StateWord tone="partly">{t('programme.notOffered')}</StateWord>
            </>
          )}
        </>
      }
      actions={
        <>
          <Button
            variant="subtle"
            color="brick"
            loading={isRemoving}
            onClick={async () => {
              if (await removeIt(item)) void navigate({ to: '/programme' });
            }}
          >
            {t('common.remove')}
          </Button>
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('programme.edit')}
          </Button>
          <Button onClick={() => setWished({ itemId, runId: null })}>{t('programme.wish')}</Button>
        </>
      }
    >
      <Failure error={error} />
      <Sheet title={t('programme.what')}>
        {item.description.trim() !== '' && <p className="written">{item.description}</p>}
        <Facts item={item} schoolYear={schoolYear} />
      </Sheet>
      <RunsSheet itemId={item.id} runs={item.runs} onWish={(runId) => setWished({ itemId, runId })} />
      <Sheet title={t('programme.askers')}>
        {item.askers.length === 0 && (
          <p className="soft">{t('programme.askersNone', { year: schoolYear })}</p>
        )}
        <ul className="pg-list">
          {item.askers.map(({ agreementId, employeeId, name }) => (
            <li key={agreementId}>
              {employeeId ? (
                <Link to="/training-plans/$employeeId" params={{ employeeId }} className="plain-link">
                  {name}
                </Link>
              ) : (
                name
              )}
            </li>
          ))}
        </ul>
      </Sheet>
      {wished && wish(wished, () => setWished(null))}
      {isEditing && <ItemDialog item={item} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Facts({ item, schoolYear }: { item: Item; schoolYear: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sources = [
    item.plans > 0 && t('programme.plansLong', { count: item.plans, year: schoolYear }),
    item.isFromFoundation && t('programme.foundationLong'),
    item.strategicDecision !== '' && t('programme.decisionLong', { text: item.strategicDecision }),
  ].filter(Boolean);
  const qualification = [
    item.qualification === 'none' ? '' : activityQualificationNames[item.qualification][language],
    item.subject,
    item.ects === null ? '' : t('programme.ects', { ects: decimal(item.ects, language) }),
  ];
  const rows = [
    ['sources', sources.join(' · ') || t('programme.noSource')],
    ['competences', item.competences.map(({ name }) => name).join(', ')],
    ['tags', item.tags.map((tag) => focusTagNames[tag][language]).join('; ')],
    ['provider', item.provider || t('programme.own')],
    ['targetGroup', item.targetGroup],
    [item.qualification === 'none' ? 'subject' : 'qualification', qualification.filter(Boolean).join(' · ')],
    ['price', feeText(item.feeOre, language)],
    ['materials', item.materialsOre ? moneyText(item.materialsOre, language) : ''],
    ['days', item.days === null ? '' : t('programme.days', { count: item.days })],
    ['compulsory', item.isCompulsory ? t('programme.facts.compulsoryYes') : ''],
    // Written out: nothing here opens the network.
    ['url', item.url],
  ] as const;
  return (
    <dl className="pg-facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([key, value]) => [
          <dt key={`${key} name`}>{t(`programme.facts.${key}`)}</dt>,
          <dd key={key}>{value}</dd>,
        ])}
    </dl>
  );
}
