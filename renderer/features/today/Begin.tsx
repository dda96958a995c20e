import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';

type Setup = OutputOf<'today', 'get'>['setup'];

/** Three steps of a new school, the next one with its action. */
export function Begin({ setup, newTalk }: { setup: Setup; newTalk: ReactNode }) {
  const { t } = useTranslation();
  const missing = setup.categoriesWithoutSpider;
  const hasStaff = setup.employees > 0;
  const hasSpiders = hasStaff && setup.publishedSpiders > 0 && missing.length === 0;
  return (
    <Sheet title={t('today.begin')}>
      <ol className="begin">
        <li>
          <div>
            <strong>{t('today.beginStaff')}</strong>
            <p className="soft">{t('today.beginStaffText')}</p>
          </div>
          {hasStaff ? (
            <StateWord tone="good">{t('today.done')}</StateWord>
          ) : (
            <Link to="/employees" className="plain-link">
              {t('today.beginStaffLink')}
            </Link>
          )}
        </li>
        <li>
          <div>
            <strong>{t('today.beginSpiders')}</strong>
            <p className="soft">
              {hasStaff && missing.length > 0
                ? t('today.beginSpidersMissing', { names: missing.join(', ') })
                : t('today.beginSpidersText')}
            </p>
          </div>
          {hasSpiders ? (
            <StateWord tone="good">{t('today.done')}</StateWord>
          ) : (
            <Link to="/spiders" className="plain-link">
              {t('today.beginSpidersLink')}
            </Link>
          )}
        </li>
        <li>
          <div>
            <strong>{t('today.beginTalk')}</strong>
            <p className="soft">{t('today.beginTalkText')}</p>
          </div>
          {hasStaff && newTalk}
        </li>
      </ol>
    </Sheet>
  );
}
