import { describe, expect, test } from 'vitest'
import { OpenQuestions } from '../../../renderer/ui/form/open-questions.ts'
import { TypedWork } from '../../../renderer/ui/form/typed-work.ts'

describe('open questions', () => {
  test('saving waits for the first one and goes on when all are answered', () => {
    const questions = new OpenQuestions()
    const asked: string[] = []
    const answerFirst = questions.open('amount', () => asked.push('amount'))
    const answerSecond = questions.open('date', () => asked.push('date'))
    expect(questions.askFirst()).toBe(true)
    answerFirst()
    expect(questions.askFirst()).toBe(true)
    answerSecond()
    expect(questions.askFirst()).toBe(false)
    expect(asked).toEqual(['amount', 'date'])
  })
})

describe('typed work', () => {
  test('is guarded while any form on the screen has some', () => {
    const work = new TypedWork()
    let isDirty = false
    const closeFirst = work.watch(() => false)
    const closeSecond = work.watch(() => isDirty)
    expect(work.isUnsaved()).toBe(false)
    isDirty = true
    expect(work.isUnsaved()).toBe(true)
    closeSecond()
    expect(work.isUnsaved()).toBe(false)
    closeFirst()
  })
})
