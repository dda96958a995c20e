import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { ClosedDaysSheet } from './ClosedDaysSheet';
import { HoursSheet } from './HoursSheet';
import { LengthsSheet } from './LengthsSheet';
import { RulesSheet } from './RulesSheet';
import './season.css';

/** How often talks are held, how long they take, and when there is time for them. */
export function SeasonFramePage() {
  const { t } = useTranslation();
  const { schoolYear } = useSchoolYear();
  const frame = useCall('season', 'frame', { schoolYear }, { keepPrevious: true });
  return (
    <Page
      kicker={
        <Link to="/season" className="plain-link">
          {t('season.back')}
        </Link>
      }
      title={t('season.frameTitle')}
      lede={t('season.frameLede')}
    >
      <RulesSheet />
      <Failure error={frame.error} />
      {frame.data && (
        <>
          <HoursSheet leaders={frame.data.leaders} />
          <LengthsSheet lengths={frame.data.lengths} />
          <ClosedDaysSheet days={frame.data.closedDays} />
        </>
      )}
    </Page>
  );
}
