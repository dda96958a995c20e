import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { longMoment } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import type { Catalogue } from './CataloguesPage';
import { countsText } from './offer-words';

type CatalogueListProps = {
  catalogues: readonly Catalogue[];
  onImport: (catalogue: Catalogue) => void;
  onEdit: (catalogue: Catalogue) => void;
  onNew: () => void;
};

/** The catalogues side by side: what stands in each, and what its latest import brought. */
export function CatalogueList({ catalogues, onImport, onEdit, onNew }: CatalogueListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const undo = useOrder('catalogues', 'undo');
  if (catalogues.length === 0) {
    return (
      <Sheet>
        <Empty
          title={t('catalogues.noneTitle')}
          action={<Button onClick={onNew}>{t('catalogues.new')}</Button>}
        >
          {t('catalogues.noneText')}
        </Empty>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('catalogues.catalogues')}>
      <Failure error={undo.error} />
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('common.name')}</th>
            <th scope="col" className="figure">
              {t('catalogues.courses')}
            </th>
            <th scope="col">{t('catalogues.latest')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('catalogues.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {catalogues.map((catalogue) => {
            const { id, name, kind, offers, latest } = catalogue;
            const named = (action: string) => t('common.actionsFor', { action, name });
            return (
              <tr key={id}>
                <td>
                  <strong>{name}</strong>
                  <div className="soft small">{t(`catalogues.kinds.${kind}`)}</div>
                </td>
                <td className="figure">{offers}</td>
                <td>
                  {latest ? (
                    <>
                      {longMoment(latest.importedAt, language)}
                      <div className="soft small">
                        {countsText(latest, t, language)}
                        {latest.canUndo && ' · '}
                        {latest.canUndo && (
                          <button
                            type="button"
                            className="link-button"
                            disabled={undo.isPending}
                            aria-label={named(t('catalogues.undoImport'))}
                            onClick={() => undo.mutate({ importId: latest.importId })}
                          >
                            {t('catalogues.undoImport')}
                          </button>
                        )}
                      </div>
                    </>
                  ) : (
                    <span className="soft">{t('catalogues.notImported')}</span>
                  )}
                </td>
                <td className="row-end">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={named(t('catalogues.import'))}
                    onClick={() => onImport(catalogue)}
                  >
                    {t('catalogues.import')}
                  </Button>{' '}
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={named(t('common.edit'))}
                    onClick={() => onEdit(catalogue)}
                  >
                    {t('common.edit')}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sheet>
  );
}
