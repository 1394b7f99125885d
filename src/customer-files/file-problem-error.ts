import { InvalidInputError } from '../errors.ts'
import type { FileProblem } from './file-problem.ts'
import { fileProblemWords } from './file-words.ts'

/** The file cannot be read; nothing of it came in by what was just tried. The code is that of the problem. */
export class FileProblemError extends InvalidInputError {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(fileProblemWords(problem, 'en').explanation, [], problem.code)
    this.problem = problem
  }
}
