import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import type { Chain } from './ChainsPage';
import { SolveDialog } from './SolveDialog';

type Cell = { readonly stepId: string; readonly teamId: string };

/** Team by module: solved, with the day and how many were members then, or not solved yet (R004-06). */
export function ModuleGrid({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Cell | null>(null);
  const modules = chain.steps.filter(({ kind }) => kind === 'module');
  if (modules.length === 0) return null;
  const opened = open && {
    module: modules.find(({ id }) => id === open.stepId),
    team: chain.teams.find(({ id }) => id === open.teamId),
  };
  return (
    <Sheet title={t('courseChains.modules')}>
      <p className="reading-text soft">{t('courseChains.modulesText')}</p>
      {chain.teams.length === 0 ? (
        <p className="soft">{t('courseChains.noTeams')}</p>
      ) : (
        <table className="table table-even cc-grid" aria-label={t('courseChains.modules')}>
          <thead>
            <tr>
              <th scope="col">{t('courseChains.team')}</th>
              {modules.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chain.teams.map((team) => (
              <tr key={team.id}>
                <th scope="row">{team.name}</th>
                {modules.map((module) => (
                  <td key={module.id}>
                    <SolvedCell
                      chain={chain}
                      cell={{ stepId: module.id, teamId: team.id }}
                      name={t('courseChains.teamModule', { team: team.name, module: module.title })}
                      onOpen={setOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {opened?.module && opened.team && (
        <SolveDialog chain={chain} module={opened.module} team={opened.team} onClose={() => setOpen(null)} />
      )}
    </Sheet>
  );
}

type SolvedCellProps = { chain: Chain; cell: Cell; name: string; onOpen: (cell: Cell) => void };

function SolvedCell({ chain, cell, name, onOpen }: SolvedCellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const solved = chain.solved.find(({ stepId, teamId }) => stepId === cell.stepId && teamId === cell.teamId);
  const action = t(solved ? 'common.edit' : 'courseChains.solve');
  return (
    <>
      {solved ? (
        <StateWord tone="good">{shortDate(solved.completedOn, language)}</StateWord>
      ) : (
        <StateWord tone="quiet">{t('courseChains.notSolved')}</StateWord>
      )}
      <div className="small">
        {solved && (
          <>
            <span className="soft" title={solved.members.map((member) => member.name).join(', ')}>
              {t('courseChains.members', { count: solved.members.length })}
            </span>
            {' · '}
          </>
        )}
        <button
          type="button"
          className="link-button"
          aria-label={t('common.actionsFor', { action, name })}
          onClick={() => onOpen(cell)}
        >
          {action}
        </button>
      </div>
    </>
  );
}
