import type { OfferRow } from '@shared/contract/catalogues';
import { activityQualificationNames } from '@shared/domain/activities';
import { priceText } from '@shared/domain/money';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { decimal, shortDate } from '../../ui/format';
import { moveBetweenRows } from '../../ui/move-between-rows';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { useMoreRows } from '../../ui/use-more-rows';
import { minimumText, periodText } from './offer-words';

type OfferTableProps = { offers: readonly OfferRow[]; onOpen: (offerId: string) => void };

/** One line an offer; arrows go from title to title, Enter opens. */
export const OfferTable = memo(function OfferTable({ offers, onOpen }: OfferTableProps) {
  const { t } = useTranslation();
  const { parts, end } = useMoreRows(offers);
  return (
    <>
      <table
        className="table ca-table"
        aria-label={t('catalogues.rows')}
        onKeyDown={moveBetweenRows('.ca-link')}
      >
        <thead>
          <tr>
            <th scope="col">{t('catalogues.course')}</th>
            <th scope="col">{t('catalogues.subject')}</th>
            <th scope="col">{t('catalogues.when')}</th>
            <th scope="col" className="figure">
              {t('catalogues.fee')}
            </th>
            <th scope="col">{t('catalogues.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <Part key={part[0]?.id} offers={part} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      <div ref={end} />
    </>
  );
});

const tones: Readonly<Record<OfferRow['state'], Tone>> = {
  same: 'quiet',
  new: 'good',
  changed: 'partly',
  back: 'good',
  gone: 'late',
};

const Part = memo(function Part({ offers, onOpen }: OfferTableProps) {
  return offers.map((offer) => <Row key={offer.id} offer={offer} onOpen={onOpen} />);
});

const Row = memo(function Row({ offer, onOpen }: { offer: OfferRow; onOpen: (offerId: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { ects, qualification, signUpBy, state } = offer;
  const facts = [
    offer.subject,
    ects === null ? '' : t('catalogues.ects', { ects: decimal(ects, language) }),
  ].filter(Boolean);
  return (
    <tr className="ca-row" data-testid="offer-row">
      <td>
        <button type="button" className="ca-link" onClick={() => onOpen(offer.id)}>
          {offer.title}
        </button>
        <div className="soft small">{[offer.number, offer.provider].filter(Boolean).join(' · ')}</div>
      </td>
      <td>
        {facts.join(' · ')}
        {qualification !== 'none' && (
          <div className="soft small">{activityQualificationNames[qualification][language]}</div>
        )}
      </td>
      <td>
        {[periodText(offer, t, language), offer.place].filter(Boolean).join(', ')}
        <div className="soft small">
          {[
            signUpBy && t('catalogues.signUpBy', { date: shortDate(signUpBy, language) }),
            minimumText(offer.minimumSeats, t),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td className="figure">{offer.feeOre === null ? '' : priceText(offer.feeOre, language)}</td>
      <td>
        {state !== 'same' && <StateWord tone={tones[state]}>{t(`catalogues.states.${state}`)}</StateWord>}
        {offer.isInProgramme && <div className="small">{t('catalogues.inProgramme')}</div>}
      </td>
    </tr>
  );
});
