import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { StateWord } from '../../ui/StateWord';
import './vault.css';

/** The recovery code in large type, and the two ways to keep it. It is not stored anywhere. */
export function CodeOnPaper({ code, autoFocus = false }: { code: string; autoFocus?: boolean }) {
  const { t } = useTranslation();
  const paper = useOrder('vault', 'recoveryPaper');
  const way = paper.variables?.way;
  return (
    <>
      <output className="recovery-code" aria-label={t('vault.first.codeLabel')} data-testid="recovery-code">
        {code}
      </output>
      <Group>
        <Button
          variant="default"
          autoFocus={autoFocus}
          loading={paper.isPending && way === 'print'}
          onClick={() => paper.mutate({ code, way: 'print' })}
        >
          {t('vault.first.printCode')}
        </Button>
        <Button
          variant="default"
          loading={paper.isPending && way === 'save'}
          onClick={() => paper.mutate({ code, way: 'save' })}
        >
          {t('vault.first.saveCode')}
        </Button>
        {paper.data?.carriedOut && (
          <span role="status">
            <StateWord tone="good">
              {t(way === 'print' ? 'vault.first.printed' : 'vault.first.savedCode')}
            </StateWord>
          </span>
        )}
      </Group>
      <Failure error={paper.error} />
    </>
  );
}
