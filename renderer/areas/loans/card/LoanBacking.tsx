import { Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../../../shared/calendar.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useProductNames } from '../../../app/product-names.ts'
import { client } from '../../../client.ts'
import { useText } from '../../../ui/text.ts'
import type { Loan } from '../loan-words.ts'
import classes from '../loans.module.css'
import { CollateralDialog } from './CollateralDialog.tsx'
import { GuarantorDialog } from './GuarantorDialog.tsx'
import { MandateDialog } from './MandateDialog.tsx'
import { ReleaseButton } from './ReleaseButton.tsx'
import { RevokeButton } from './RevokeButton.tsx'

type Open = 'guarantor' | 'collateral' | 'mandate'

interface LoanBackingProps {
  readonly loan: Loan
  /** Says in one sentence what was noted. */
  readonly onSaid: (sentence: string) => void
}

/** Who answers for a loan, what was pledged for it, and which savings may pay it. */
export function LoanBacking({ loan, onSaid }: LoanBackingProps) {
  const { t } = useText()
  const [open, setOpen] = useState<Open>()
  const { loanId, number, guarantors, state } = loan
  const isAlive = state === 'applied' || state === 'approved' || state === 'disbursed'
  const close = () => setOpen(undefined)
  const noted = (sentence: string) => {
    close()
    onSaid(sentence)
  }
  return (
    <section>
      <Title order={2} size="h4" mt="md" mb="xs">
        {t(($) => $.loans.backing.title)}
      </Title>
      <ul className={classes.backing}>
        {guarantors.map(({ guarantorId, name, memberNumber, address, phone }) => (
          <li key={guarantorId}>
            {t(($) => $.loans.backing.guarantor, {
              who: [memberNumber === null ? name : `${name} (${memberNumber})`, address, phone]
                .filter(Boolean)
                .join(', '),
            })}
          </li>
        ))}
        {loan.jointLiability && <li>{t(($) => $.loans.backing.joint)}</li>}
        {loan.relatedParty && <li>{t(($) => $.loans.backing.related)}</li>}
        <CollateralLines loan={loan} onSaid={onSaid} />
        <MandateLines loan={loan} isAlive={isAlive} onSaid={onSaid} />
      </ul>
      {!loan.jointLiability && guarantors.length + loan.collateral.length + loan.mandates.length === 0 && (
        <Text c="gray.7">{t(($) => $.loans.backing.none)}</Text>
      )}
      {isAlive && (
        <Group gap="sm" mt="sm">
          {(['guarantor', 'collateral', 'mandate'] as const)
            .filter((kind) => kind !== 'mandate' || loan.mandates.every(({ revokedOn }) => revokedOn !== null))
            .map((kind) => (
              <Button key={kind} variant="default" size="sm" onClick={() => setOpen(kind)}>
                {t(($) => $.loans.backing.add[kind])}
              </Button>
            ))}
        </Group>
      )}
      {open === 'guarantor' && (
        <GuarantorDialog
          onClose={close}
          save={(guarantor, requestId) => client.loans.addGuarantor({ requestId, loanId, guarantor })}
          onSaved={(name) => noted(t(($) => $.loans.backing.guarantorSaved, { name, number }))}
        />
      )}
      {open === 'collateral' && (
        <CollateralDialog
          owner={loan.memberName}
          onClose={close}
          save={(collateral, requestId) => client.loans.addCollateral({ requestId, loanId, collateral })}
          onSaved={({ kind }) => noted(t(($) => $.loans.backing.collateralSaved, { kind, number }))}
        />
      )}
      {open === 'mandate' && (
        <MandateDialog
          loan={loan}
          onClose={close}
          onSaved={() => noted(t(($) => $.loans.backing.mandateSaved, { number }))}
        />
      )}
    </section>
  )
}

function CollateralLines({ loan, onSaid }: LoanBackingProps) {
  const { t, language } = useText()
  return loan.collateral.map((item) => {
    const { collateralId, kind, owner, documentNumber, appraised, keptAt, releasedOn } = item
    const where = keptAt === null ? undefined : t(($) => $.loans.backing.keptAt, { place: keptAt })
    const what = [kind, documentNumber, t(($) => $.loans.backing.ownedBy, { owner }), where].filter(Boolean).join(', ')
    return (
      <li key={collateralId}>
        {t(($) => $.loans.backing.collateral, { what, appraised: formatRupiah(appraised) })}{' '}
        {releasedOn === null ? (
          <ReleaseButton loan={loan} collateral={item} onSaid={onSaid} />
        ) : (
          t(($) => $.loans.backing.released, { date: formatDate(releasedOn, language) })
        )}
      </li>
    )
  })
}

interface MandateLinesProps extends LoanBackingProps {
  readonly isAlive: boolean
}

function MandateLines({ loan, isAlive, onSaid }: MandateLinesProps) {
  const { t, language } = useText()
  const nameOf = useProductNames()
  return loan.mandates.map(({ mandateId, savingsProducts, on, revokedOn }) => (
    <li key={mandateId}>
      {t(($) => $.loans.backing.mandate, {
        ...{ savings: savingsProducts.map((product) => nameOf(product)).join(', '), date: formatDate(on, language) },
      })}{' '}
      {revokedOn !== null && t(($) => $.loans.backing.revoked, { date: formatDate(revokedOn, language) })}
      {revokedOn === null && isAlive && <RevokeButton loan={loan} onSaid={onSaid} />}
    </li>
  ))
}
