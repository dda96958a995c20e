import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';

/** The way from the settings to the leaders and to a handover. */
export function LeadersSheet() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Sheet title={t('leaders.settingsTitle')}>
      <p className="soft">{t('leaders.settingsText')}</p>
      <Group>
        <Button variant="default" onClick={() => void navigate({ to: '/settings/leaders' })}>
          {t('leaders.openLeaders')}
        </Button>
        <Button variant="default" onClick={() => void navigate({ to: '/settings/handover' })}>
          {t('leaders.openHandover')}
        </Button>
      </Group>
    </Sheet>
  );
}
