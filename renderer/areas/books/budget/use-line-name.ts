import { budgetCaption } from '../../../../shared/statements/budget.ts'
import { budgetLines } from '../../../../shared/statements/budget-lines.ts'
import { useText } from '../../../ui/text.ts'

const known = new Map(budgetLines.map((line) => [line.line, line]))

/** What a line of the plan is called: as the statements call it. */
export function useLineName(): (row: { readonly line: string }) => string {
  const { language } = useText()
  return ({ line }) => {
    const found = known.get(line)
    return found ? budgetCaption(found, language) : line
  }
}
