import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { MakeFile } from './MakeFile.tsx'
import { MergeFiles } from './MergeFiles.tsx'

/** What a programme is handed of this cooperative, and the files of several as one report. */
export function ProgramFiles() {
  const { t } = useText()
  return (
    <>
      <PageHead title={t(($) => $.programScreen.title)} text={t(($) => $.programScreen.text)} />
      <MakeFile />
      <MergeFiles />
    </>
  )
}
