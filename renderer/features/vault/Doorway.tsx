import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import './vault.css';

type DoorwayProps = { kicker?: string; title: string; lede: ReactNode; children: ReactNode };

/** The page in front of the door: one column, one question, and the language at hand. */
export function Doorway({ kicker, title, lede, children }: DoorwayProps) {
  const { t } = useTranslation();
  const preferences = useCall('preferences', 'get', {});
  const other = preferences.data?.language === 'en' ? 'da' : 'en';
  return (
    <main className="doorway">
      <div className="doorway-column">
        <header className="doorway-head">
          <span className="side-name">Spind</span>
          <Button
            variant="subtle"
            size="compact-sm"
            title={t('layout.otherLanguageLabel')}
            onClick={() => void call('preferences', 'set', { language: other })}
          >
            {t('layout.otherLanguage')}
          </Button>
        </header>
        {kicker && <div className="page-kicker">{kicker}</div>}
        <h1 className="page-title">{title}</h1>
        <p className="page-lede">{lede}</p>
        {children}
      </div>
    </main>
  );
}
