package dev.godwit.mapping.evaluate;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs bodies of declarations, {@code if}, {@code switch} and {@code return}. */
final class Statements {

    /** That a body has returned, with what; null is a value. */
    private record Returned(@Nullable Object value) {}

    private final Expressions expressions;

    Statements(Expressions expressions) {
        this.expressions = expressions;
    }

    @Nullable
    Object run(BlockTree body, Frame frame) {
        return run(body.getStatements(), frame)
                .orElseThrow(() -> new NotEvaluableException(body))
                .value();
    }

    private Optional<Returned> run(List<? extends StatementTree> statements, Frame frame) {
        for (StatementTree statement : statements) {
            Optional<Returned> result = run(statement, frame);
            if (result.isPresent()) {
                return result;
            }
        }
        return Optional.empty();
    }

    private Optional<Returned> run(StatementTree statement, Frame frame) {
        return switch (statement.getKind()) {
            case BLOCK -> run(((BlockTree) statement).getStatements(), frame);
            case RETURN -> returned(((ReturnTree) statement).getExpression(), frame);
            case YIELD -> returned(((YieldTree) statement).getValue(), frame);
            case IF -> branch((IfTree) statement, frame);
            case VARIABLE -> declare((VariableTree) statement, frame);
            case SWITCH -> {
                SwitchTree tree = (SwitchTree) statement;
                yield cases(expressions.visit(tree.getExpression(), frame), tree.getCases(), frame);
            }
            default -> throw new NotEvaluableException(statement);
        };
    }

    private Optional<Returned> returned(@Nullable ExpressionTree tree, Frame frame) {
        return Optional.of(new Returned(expressions.visit(tree, frame)));
    }

    private Optional<Returned> branch(IfTree tree, Frame frame) {
        if (expressions.isTrue(tree.getCondition(), frame)) {
            return run(tree.getThenStatement(), frame);
        }
        return tree.getElseStatement() == null ? Optional.empty() : run(tree.getElseStatement(), frame);
    }

    private Optional<Returned> declare(VariableTree tree, Frame frame) {
        frame.set(tree.getName().toString(), expressions.visit(tree.getInitializer(), frame));
        return Optional.empty();
    }

    /** The value of a switch expression. */
    @Nullable
    Object choose(@Nullable Object selector, List<? extends CaseTree> cases, Frame frame) {
        return cases(selector, cases, frame)
                .orElseThrow(() -> new NotEvaluableException(selector))
                .value();
    }

    private Optional<Returned> cases(@Nullable Object selector, List<? extends CaseTree> cases, Frame frame) {
        int start = -1;
        for (int i = 0; i < cases.size(); i++) {
            CaseTree each = cases.get(i);
            boolean matches = each.getExpressions().stream().anyMatch(label -> isLabel(label, selector, frame));
            if (matches || (start < 0 && each.getExpressions().isEmpty())) {
                start = i;
            }
            if (matches) {
                break;
            }
        }
        for (int i = start; i >= 0 && i < cases.size(); i++) {
            CaseTree each = cases.get(i);
            if (each.getCaseKind() == CaseTree.CaseKind.RULE) {
                return rule(each.getBody(), frame);
            }
            Optional<Returned> result = run(each.getStatements(), frame);
            if (result.isPresent()) {
                return result;
            }
        }
        return Optional.empty();
    }

    private Optional<Returned> rule(@Nullable Tree body, Frame frame) {
        if (body instanceof ExpressionTree expression) {
            return returned(expression, frame);
        }
        if (body instanceof StatementTree statement) {
            return run(statement, frame);
        }
        throw new NotEvaluableException(body);
    }

    private boolean isLabel(ExpressionTree label, @Nullable Object selector, Frame frame) {
        return selector instanceof EnumConstant constant && label instanceof IdentifierTree name
                ? name.getName().contentEquals(constant.name())
                : Objects.equals(expressions.visit(label, frame), selector);
    }

    /** What a constructor assigns to a field. */
    @Nullable
    Object assigned(BlockTree constructor, String field, Frame frame) {
        for (StatementTree statement : constructor.getStatements()) {
            if (statement instanceof ExpressionStatementTree expression
                    && expression.getExpression() instanceof AssignmentTree assignment
                    && name(assignment.getVariable()).equals(field)) {
                return expressions.visit(assignment.getExpression(), frame);
            }
        }
        throw new NotEvaluableException(field);
    }

    private static String name(ExpressionTree variable) {
        return variable instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : variable.toString();
    }
}
