import { copyInto, type Frame, textOf } from './frame.ts'

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value

/**
 * Gives a message to frames, and the first promise of an answer back to its sender.
 * @throws as a browser does where nobody listens
 */
export const deliver = async (
  from: Frame,
  to: readonly Frame[],
  message: unknown,
): Promise<unknown> => {
  const text = textOf(message)
  const ears = to.flatMap((frame) =>
    [...frame.messages.all].map((listener) => ({ frame, listener })),
  )
  if (ears.length === 0) {
    throw new Error('Could not establish connection. Receiving end does not exist.')
  }
  // A message arrives later than it is sent, never within the call.
  await Promise.resolve()
  const answers = ears.map(({ frame, listener }) => listener(copyInto(frame, text), from.sender))
  const answer = answers.find(isThenable)
  return answer === undefined ? undefined : copyInto(from, textOf(await answer))
}
