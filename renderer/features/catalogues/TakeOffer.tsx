import { Button, NativeSelect, NumberInput } from '@mantine/core';
import {
  type ActivityKind,
  type ActivityLevel,
  activityKindNames,
  activityKinds,
  activityLevelNames,
  activityLevels,
} from '@shared/domain/activities';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import type { Offer } from './OfferDialog';

/** “Tag ind i programmet”: a new activity, or one more run of one that is there. */
export function TakeOffer({ offer, onTaken }: { offer: Offer; onTaken: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const take = useOrder('catalogues', 'take');
  const [itemId, setItemId] = useState(offer.likeItems[0]?.itemId ?? '');
  const [kind, setKind] = useState<ActivityKind>(
    offer.qualification === 'formal' ? 'formalTraining' : 'course',
  );
  const [level, setLevel] = useState<ActivityLevel>('individual');
  const [minimumSeats, setMinimumSeats] = useState<number | null>(null);
  const takeIt = () =>
    take.mutate(
      { offerId: offer.id, itemId: itemId || null, kind, level, minimumSeats },
      {
        onSuccess: (taken) => {
          onTaken();
          offerUndo({
            message: t('catalogues.taken', { title: offer.title }),
            label: t('common.undo'),
            undo: () => call('catalogues', 'undoTake', taken),
          });
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        takeIt();
      }}
    >
      <div className="ca-take">
        {offer.likeItems.length > 0 && (
          <NativeSelect
            className="ca-wide"
            label={t('catalogues.takeAs')}
            value={itemId}
            onChange={(event) => setItemId(event.currentTarget.value)}
            data={[
              ...offer.likeItems.map((item) => ({
                value: item.itemId,
                label: t('catalogues.takeAsRun', { title: item.title }),
              })),
              { value: '', label: t('catalogues.takeAsNew') },
            ]}
          />
        )}
        {itemId === '' && (
          <>
            <NativeSelect
              label={t('catalogues.kind')}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value as ActivityKind)}
              data={activityKinds.map((value) => ({ value, label: activityKindNames[value][language] }))}
            />
            <NativeSelect
              label={t('catalogues.level')}
              value={level}
              onChange={(event) => setLevel(event.currentTarget.value as ActivityLevel)}
              data={activityLevels.map((value) => ({ value, label: activityLevelNames[value][language] }))}
            />
          </>
        )}
        {offer.minimumSeats === 0 && offer.startsOn !== null && (
          <NumberInput
            className="ca-wide"
            label={t('catalogues.howMany')}
            description={t('catalogues.howManyText')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            hideControls
            min={1}
            max={offer.seats ?? 100_000}
            allowDecimal={false}
            allowNegative={false}
            value={minimumSeats ?? ''}
            error={take.error?.fields.minimumSeats}
            onChange={(value) => setMinimumSeats(typeof value === 'number' ? value : null)}
          />
        )}
      </div>
      {offer.startsOn === null && <p className="soft small">{t('catalogues.takeNoRun')}</p>}
      <Failure error={take.error && !take.error.fields.minimumSeats ? take.error : null} />
      <div className="form-foot">
        <Button type="submit" loading={take.isPending}>
          {t('catalogues.take')}
        </Button>
      </div>
    </form>
  );
}
