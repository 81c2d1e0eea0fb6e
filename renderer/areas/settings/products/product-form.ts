import type { SavingsProduct } from '../../../../shared/contract/savings.ts'

/** What every form of a product's page is handed, and what it says once something was saved. */
export interface ProductFormProps {
  readonly product: SavingsProduct
  readonly onSaved: (sentence: string) => void
}
