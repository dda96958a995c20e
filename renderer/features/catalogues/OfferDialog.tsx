import { Modal } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { activityQualificationNames } from '@shared/domain/activities';
import { priceText } from '@shared/domain/money';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { decimal, longDate, longMoment, shortDate } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import { ChangeLines } from './ChangeLines';
import { minimumText, periodText } from './offer-words';
import { TakeOffer } from './TakeOffer';

export type Offer = OutputOf<'catalogues', 'offer'>;

/** One course of a catalogue in full, what changed in it last, and its way into the programme. */
export function OfferDialog({ offerId, onClose }: { offerId: string; onClose: () => void }) {
  const found = useCall('catalogues', 'offer', { id: offerId });
  const offer = found.data;
  return (
    <Modal opened onClose={onClose} size={780} title={offer?.title ?? ''}>
      <Failure error={found.error} />
      {offer && (
        <>
          <Facts offer={offer} />
          <Standing offer={offer} />
          {offer.runs.length === 0 && offer.goneOn === null && <TakeOffer offer={offer} onTaken={onClose} />}
        </>
      )}
    </Modal>
  );
}

function Facts({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { ects, days, seats, signUpBy, feeOre } = offer;
  const facts = {
    catalogue: offer.catalogueName,
    number: offer.number,
    provider: offer.provider,
    subject: offer.subject,
    qualification:
      offer.qualification === 'none' ? '' : activityQualificationNames[offer.qualification][language],
    points: ects === null ? '' : decimal(ects, language),
    when: periodText(offer, t, language),
    days: days === null ? '' : decimal(days, language),
    place: offer.place,
    deadline: signUpBy === null ? '' : longDate(signUpBy, language),
    fee: feeOre === null ? '' : priceText(feeOre, language),
    seats: seats === null ? '' : decimal(seats, language),
    held: minimumText(offer.minimumSeats, t),
    url: offer.url,
  };
  return (
    <>
      {offer.description !== '' && <p className="reading-text ca-description">{offer.description}</p>}
      <dl className="ca-facts">
        {Object.entries(facts)
          .filter(([, value]) => value !== '')
          .flatMap(([key, value]) => [
            <dt key={`${key} name`}>{t(`catalogues.facts.${key as keyof typeof facts}`)}</dt>,
            <dd key={key}>{value}</dd>,
          ])}
      </dl>
    </>
  );
}

function Standing({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { goneOn, changedOn, changes, runs } = offer;
  return (
    <>
      {goneOn !== null && (
        <p className="state-late">{t('catalogues.goneSince', { when: longMoment(goneOn, language) })}</p>
      )}
      {changedOn !== null && changes.length > 0 && (
        <>
          <p className="soft">{t('catalogues.changedOn', { when: longMoment(changedOn, language) })}</p>
          <ChangeLines changes={changes} />
        </>
      )}
      {runs.map(({ runId, itemId, title, startsOn }) => (
        <p key={runId}>
          {t('catalogues.takenAs')}{' '}
          <Link to="/programme/$itemId" params={{ itemId }} className="plain-link">
            {title}
          </Link>
          , {shortDate(startsOn, language)}
        </p>
      ))}
    </>
  );
}
