import type { SpiderDraft } from '@shared/contract/spiders';
import { spiderLeans } from '@shared/domain/spider-balance';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import { SpiderChart } from '../../ui/SpiderChart';
import { StateWord } from '../../ui/StateWord';

/** More axes than this and a spider can no longer be talked about (DOMAIN 3.3). */
const manyAxes = 14;

/** The spider as it will be drawn, and whether it leans (R002-04). */
export function SpiderPreview({ draft, name }: { draft: SpiderDraft; name: string }) {
  const { t } = useTranslation();
  const shown = useDeferredValue(draft);
  const axes = shown.domains.flatMap((domain, index) =>
    domain.competences.map((competence, at) => ({
      competenceId: `${index}-${at}`,
      name: competence.name || t('spiders.editor.newCompetence'),
      domain: domain.name,
      target: Math.min(competence.targetLevel, shown.scaleMax),
    })),
  );
  const leans = spiderLeans(shown.domains);
  return (
    <Sheet title={t('spiders.editor.picture')} className="spider-preview">
      <SpiderChart
        hideLegend
        axes={axes}
        layers={[{ kind: 'target', levels: axes.map(({ target }) => ({ state: 'rated', level: target })) }]}
        scale={{ min: 1, max: shown.scaleMax }}
        width={440}
        height={420}
        title={name}
        description={t('spiders.editor.pictureDescription', { name })}
        names={{ target: t('spiders.target') }}
      />
      {leans.map(({ kind, domain }) => (
        <div key={kind + domain}>
          <StateWord tone="partly">
            {t(`spiders.editor.leans.${kind}`, { domain: domain || t('spiders.editor.domain') })}
          </StateWord>
        </div>
      ))}
      {leans.length === 0 && axes.length > 0 && (
        <div className="soft small">{t('spiders.editor.balanced')}</div>
      )}
      {axes.length > 0 && axes.length < 3 && <div className="soft small">{t('spiders.editor.few')}</div>}
      {axes.length > manyAxes && (
        <div className="soft small">{t('spiders.editor.many', { count: axes.length })}</div>
      )}
    </Sheet>
  );
}
