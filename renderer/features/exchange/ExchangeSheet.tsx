import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';

/** The way from the settings to keys and contacts. */
export function ExchangeSheet({ isHr }: { isHr: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Sheet title={t(isHr ? 'exchange.settingsTitleOffice' : 'exchange.settingsTitle')}>
      <p className="soft">{t('exchange.settingsText')}</p>
      <Button variant="default" onClick={() => void navigate({ to: '/settings/exchange' })}>
        {t('exchange.open')}
      </Button>
    </Sheet>
  );
}
