import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longMoment } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { SignDialog } from './SignDialog';

const parties = ['employee', 'leader'] as const;
type Party = (typeof parties)[number];

/** Who has signed the plan, who has not, and the finished PDF when both have. */
export function SigningPanel({ planId }: { planId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const signing = useCall('documents', 'signing', { planId });
  const printPlan = useOrder('documents', 'printPlan');
  const [signer, setSigner] = useState<Party | null>(null);
  if (!signing.data) return <Failure error={signing.error} />;
  const { planStatus, employeeName, leaderName, signatures } = signing.data;
  const names: Record<Party, string> = { employee: employeeName, leader: leaderName };

  return (
    <Sheet title={t('documents.signing.title')}>
      <p className="soft">
        {t(`documents.signing.${planStatus}Text`)}{' '}
        {planStatus === 'signed' && t('documents.signing.reopenHint')}
      </p>
      {planStatus !== 'draft' && (
        <table className="table">
          <tbody>
            {parties.map((party) => {
              const signature = signatures.find((one) => one.party === party);
              return (
                <tr key={party}>
                  <td>
                    {signature
                      ? t('documents.signing.signedBy', {
                          name: signature.name,
                          wording: t(`documents.signing.${signature.wording}Short`),
                          when: longMoment(signature.signedAt, language),
                        })
                      : names[party]}
                  </td>
                  <td>
                    {signature ? (
                      <StateWord tone="good">{t('documents.states.signed')}</StateWord>
                    ) : (
                      <Button size="compact-sm" onClick={() => setSigner(party)}>
                        {t('documents.signing.signHere', { name: names[party] })}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Group mt="sm">
        <Button
          variant="default"
          loading={printPlan.isPending && printPlan.variables.way === 'print'}
          onClick={() => printPlan.mutate({ planId, way: 'print' })}
        >
          {planStatus === 'signed' ? t('common.print') : t('documents.signing.printForPen')}
        </Button>
        <Button
          variant="default"
          loading={printPlan.isPending && printPlan.variables.way === 'save'}
          onClick={() => printPlan.mutate({ planId, way: 'save' })}
        >
          {t('documents.signing.saveDraft')}
        </Button>
      </Group>
      <Failure error={printPlan.error} />
      {signer && (
        <SignDialog planId={planId} party={signer} name={names[signer]} onClose={() => setSigner(null)} />
      )}
    </Sheet>
  );
}
