import { Button, Checkbox, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { LoanProduct } from '../../../../shared/contract/loan-terms.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../loans.module.css'
import { type ApplicationValues, backingInput } from './application-values.ts'
import { MandateField } from './MandateField.tsx'

type Form = Pick<EntryForm<ApplicationValues>, 'values' | 'set' | 'errorAt' | 'field'>

interface ApplicationBackingProps {
  readonly form: Form
  readonly product: LoanProduct | undefined
  readonly onAdd: (kind: 'guarantor' | 'collateral') => void
}

/** Who and what stands behind a loan that is asked for. Small loans need none of it: it opens when it is wanted or needed. */
export function ApplicationBacking({ form, product, onAdd }: ApplicationBackingProps) {
  const { t } = useText()
  const { values, set, errorAt } = form
  const needs = useNeeds(values, product)
  const isNamed = Object.keys(backingInput(values)).length > 0
  const isOpen = values.isBacked || isNamed || needs.length > 0
  if (!isOpen) {
    return (
      <div>
        <Button variant="default" onClick={() => set('isBacked', true)}>
          {t(($) => $.loans.apply.openBacking)}
        </Button>
      </div>
    )
  }
  return (
    <section className={classes.within}>
      <Title order={2} size="h4">
        {t(($) => $.loans.backing.title)}
      </Title>
      {needs.map((need) => (
        <Text key={need} fw={600}>
          {need}
        </Text>
      ))}
      <Lines
        names={values.guarantors.map(({ name }) => t(($) => $.loans.backing.guarantor, { who: name }))}
        onRemove={(at) => set('guarantors', values.guarantors.toSpliced(at, 1))}
        error={errorAt('guarantors')}
      />
      <Lines
        names={values.collateral.map(({ kind, appraised }) =>
          t(($) => $.loans.backing.collateral, { what: kind, appraised: formatRupiah(appraised) }),
        )}
        onRemove={(at) => set('collateral', values.collateral.toSpliced(at, 1))}
        error={errorAt('collateral')}
      />
      <Group gap="sm">
        {(['guarantor', 'collateral'] as const).map((kind, at) => (
          <Button
            key={kind}
            // Whoever opened this by the key goes on here: the button she pressed is gone.
            autoFocus={values.isBacked && at === 0}
            variant="default"
            size="sm"
            onClick={() => onAdd(kind)}
          >
            {t(($) => $.loans.backing.add[kind])}
          </Button>
        ))}
      </Group>
      <Checkbox
        size="md"
        label={t(($) => $.loans.apply.joint)}
        checked={values.isJoint}
        onChange={(event) => set('isJoint', event.currentTarget.checked)}
      />
      <Checkbox
        size="md"
        label={t(($) => $.loans.apply.related)}
        description={t(($) => $.loans.apply.relatedHint)}
        checked={values.isRelated}
        onChange={(event) => set('isRelated', event.currentTarget.checked)}
      />
      {values.member && <MandateField memberId={values.member.id} {...form.field('mandate')} />}
    </section>
  )
}

/** What the product asks for above a bound and is not there yet, as sentences. */
function useNeeds(
  { principal, guarantors, collateral, isJoint }: ApplicationValues,
  product: LoanProduct | undefined,
): string[] {
  const { t } = useText()
  const { collateralAbove = null, guarantorAbove = null } = product?.limits ?? {}
  const isAbove = (limit: number | null): limit is number => limit !== null && principal !== null && principal > limit
  return [
    ...(isAbove(guarantorAbove) && !isJoint && guarantors.length === 0
      ? [t(($) => $.loans.apply.needsGuarantor, { amount: formatRupiah(guarantorAbove) })]
      : []),
    ...(isAbove(collateralAbove) && !isJoint && collateral.length === 0
      ? [t(($) => $.loans.apply.needsCollateral, { amount: formatRupiah(collateralAbove) })]
      : []),
  ]
}

interface LinesProps {
  readonly names: readonly string[]
  readonly onRemove: (at: number) => void
  readonly error: string | undefined
}

function Lines({ names, onRemove, error }: LinesProps) {
  const { t } = useText()
  return (
    <>
      {names.map((name, at) => (
        <Group key={name} gap="sm">
          <Text>{name}</Text>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${t(($) => $.loans.apply.remove)}: ${name}`}
            onClick={() => onRemove(at)}
          >
            {t(($) => $.loans.apply.remove)}
          </Button>
        </Group>
      ))}
      {error !== undefined && (
        <Text role="alert" c="red.9" size="sm">
          {error}
        </Text>
      )}
    </>
  )
}

/** Said where the borrower holds an office: her loan counts among those of related parties. */
export function OfficerHint({ member }: Pick<ApplicationValues, 'member'>) {
  const { t } = useText()
  const { data } = useQuery(orpc.officers.list.queryOptions({ input: {} }))
  const title = member?.title.toLowerCase() ?? ''
  const officer = data?.rows.find(({ name }) => name !== '' && title.startsWith(`${name.toLowerCase()} (`))
  if (!officer) return null
  return <Text size="sm">{t(($) => $.loans.apply.isOfficer, { member: officer.name })}</Text>
}
