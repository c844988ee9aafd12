/**
 * Forbids a statement that does not use its neverthrow `Result`, also with `await` or `void` before it. Such a statement
 * would lose the error silently. Use `match`, return the `Result`, or yield it.
 */

const RESULT_NAMES = new Set(['Ok', 'Err', 'ResultAsync'])

/** Whether a type, or a member of a union, is a class of neverthrow. The name alone does not decide: the file of its declaration decides too. */
const isResult = (type) =>
  type.isUnion()
    ? type.types.some(isResult)
    : RESULT_NAMES.has(type.symbol?.name) &&
      type.symbol.declarations?.some((it) => it.getSourceFile().fileName.includes('/neverthrow/')) === true

/** The expressions whose value the statement does not use: `x` of `void x` and `await x`, `x` of `a && x`, `x` and `y` of `a ? x : y`. */
const dropped = (node) => {
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === 'void' ? dropped(node.argument) : []
    case 'AwaitExpression':
    case 'ChainExpression':
      return dropped(node.type === 'AwaitExpression' ? node.argument : node.expression)
    case 'LogicalExpression':
      return dropped(node.right)
    case 'ConditionalExpression':
      return [...dropped(node.consequent), ...dropped(node.alternate)]
    case 'AssignmentExpression':
      return []
    default:
      return [node]
  }
}

/** @type {import('eslint').Rule.RuleModule} */
export const noDroppedResult = {
  meta: {
    type: 'problem',
    docs: { description: 'A Result says what went wrong: it may not be dropped' },
    messages: {
      dropped: 'This Result is dropped, and its failure with it. Handle it (`match`), return it or yield it.',
    },
    schema: [],
  },
  create(context) {
    const services = context.sourceCode.parserServices
    const checker = services.program.getTypeChecker()
    const check = (node) => {
      const type = services.getTypeAtLocation(node)
      if (isResult(type) || isResult(checker.getAwaitedType(type) ?? type)) {
        context.report({ node, messageId: 'dropped' })
      }
    }
    return {
      ExpressionStatement(node) {
        dropped(node.expression).forEach(check)
      },
    }
  },
}
