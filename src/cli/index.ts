export { runCommandLine } from './command-line.ts'
export { createVisitor, type Visitor } from './visitor.ts'
