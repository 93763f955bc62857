package dev.godwit.mapping.evaluate;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions of literals, parameters, fields of enum constants, conditions and simple calls. */
final class Expressions extends SimpleTreeVisitor<@Nullable Object, Frame> {

    /** Deeper calls are taken for a recursion without end. */
    private static final int DEPTH = 50;

    private final Program program;
    private final Statements statements;
    private int depth;

    Expressions(Program program) {
        this.program = program;
        this.statements = new Statements(this);
    }

    /** Calls a method of the sources. */
    @Nullable
    Object call(ExecutableElement method, Optional<EnumConstant> self, List<@Nullable Object> arguments) {
        Frame frame =
                new Frame((TypeElement) method.getEnclosingElement(), self).with(method.getParameters(), arguments);
        return run(program.tree(method), frame);
    }

    private @Nullable Object run(MethodTree method, Frame frame) {
        if (++depth > DEPTH) {
            throw new NotEvaluableException(method.getName());
        }
        try {
            return statements.run(method.getBody(), frame);
        } finally {
            depth--;
        }
    }

    /** What an enum constant holds in a field, by its initializer or by the constructor. */
    @Nullable
    Object field(EnumConstant constant, VariableElement field) {
        ExpressionTree own = program.tree(field).getInitializer();
        if (own != null) {
            return visit(own, new Frame(constant.type(), Optional.of(constant)));
        }
        List<@Nullable Object> arguments =
                all(creation(constant).getArguments(), new Frame(constant.type(), Optional.empty()));
        for (ExecutableElement constructor : program.constructors(constant.type())) {
            if (constructor.getParameters().size() == arguments.size()) {
                Frame frame =
                        new Frame(constant.type(), Optional.of(constant)).with(constructor.getParameters(), arguments);
                return statements.assigned(
                        program.tree(constructor).getBody(),
                        field.getSimpleName().toString(),
                        frame);
            }
        }
        throw new NotEvaluableException(field);
    }

    private NewClassTree creation(EnumConstant constant) {
        ExpressionTree initializer = program.tree(constant.element()).getInitializer();
        if (initializer instanceof NewClassTree creation) {
            return creation;
        }
        throw new NotEvaluableException(constant);
    }

    boolean isTrue(ExpressionTree condition, Frame frame) {
        return Boolean.TRUE.equals(visit(condition, frame));
    }

    @Override
    protected @Nullable Object defaultAction(Tree tree, Frame frame) {
        throw new NotEvaluableException(tree);
    }

    @Override
    public @Nullable Object visitLiteral(LiteralTree tree, Frame frame) {
        return tree.getValue();
    }

    @Override
    public @Nullable Object visitParenthesized(ParenthesizedTree tree, Frame frame) {
        return visit(tree.getExpression(), frame);
    }

    @Override
    public @Nullable Object visitTypeCast(TypeCastTree tree, Frame frame) {
        Object value = visit(tree.getExpression(), frame);
        return switch (tree.getType().toString()) {
            case "int" -> value instanceof Character c ? (Object) (int) c : value;
            case "char" -> value instanceof Integer i ? (Object) (char) (int) i : value;
            default -> value;
        };
    }

    @Override
    public @Nullable Object visitConditionalExpression(ConditionalExpressionTree tree, Frame frame) {
        return visit(isTrue(tree.getCondition(), frame) ? tree.getTrueExpression() : tree.getFalseExpression(), frame);
    }

    @Override
    public @Nullable Object visitSwitchExpression(SwitchExpressionTree tree, Frame frame) {
        return statements.choose(visit(tree.getExpression(), frame), tree.getCases(), frame);
    }

    @Override
    public @Nullable Object visitUnary(UnaryTree tree, Frame frame) {
        Object value = visit(tree.getExpression(), frame);
        return switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT -> !Boolean.TRUE.equals(value);
            case UNARY_MINUS -> negative(value);
            default -> throw new NotEvaluableException(tree);
        };
    }

    private static Object negative(@Nullable Object value) {
        if (value instanceof Integer number) {
            return -number;
        }
        if (value instanceof Long number) {
            return -number;
        }
        throw new NotEvaluableException(value);
    }

    @Override
    public @Nullable Object visitBinary(BinaryTree tree, Frame frame) {
        return switch (tree.getKind()) {
            case CONDITIONAL_AND -> isTrue(tree.getLeftOperand(), frame) && isTrue(tree.getRightOperand(), frame);
            case CONDITIONAL_OR -> isTrue(tree.getLeftOperand(), frame) || isTrue(tree.getRightOperand(), frame);
            case EQUAL_TO -> areEqual(tree, frame);
            case NOT_EQUAL_TO -> !areEqual(tree, frame);
            case PLUS -> sum(visit(tree.getLeftOperand(), frame), visit(tree.getRightOperand(), frame));
            default -> throw new NotEvaluableException(tree);
        };
    }

    private boolean areEqual(BinaryTree tree, Frame frame) {
        return Objects.equals(visit(tree.getLeftOperand(), frame), visit(tree.getRightOperand(), frame));
    }

    private static Object sum(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Integer a && right instanceof Integer b) {
            return a + b;
        }
        if (left instanceof String || right instanceof String) {
            return String.valueOf(left) + right;
        }
        throw new NotEvaluableException(left);
    }

    @Override
    public @Nullable Object visitIdentifier(IdentifierTree tree, Frame frame) {
        String name = tree.getName().toString();
        if (frame.knows(name)) {
            return frame.get(name);
        }
        if (name.equals("this")) {
            return frame.self().orElseThrow(() -> new NotEvaluableException(tree));
        }
        return program.field(frame.owner(), name)
                .map(field -> member(field, frame.self()))
                .orElseThrow(() -> new NotEvaluableException(tree));
    }

    @Override
    public @Nullable Object visitMemberSelect(MemberSelectTree tree, Frame frame) {
        String name = tree.getIdentifier().toString();
        Optional<TypeElement> type = typeOf(tree.getExpression(), frame);
        if (type.isPresent() && (name.equals("class") || Indicators.isInstance(type.get(), name))) {
            return type.get();
        }
        if (type.isPresent() && type.get().getQualifiedName().contentEquals("java.util.Locale")) {
            // whichever it is: names of constants are ASCII
            return Locale.ROOT;
        }
        if (type.isPresent()) {
            return program.field(type.get(), name)
                    .map(field -> member(field, Optional.empty()))
                    .orElseThrow(() -> new NotEvaluableException(tree));
        }
        if (visit(tree.getExpression(), frame) instanceof EnumConstant constant) {
            return program.field(constant.type(), name)
                    .map(field -> member(field, Optional.of(constant)))
                    .orElseThrow(() -> new NotEvaluableException(tree));
        }
        throw new NotEvaluableException(tree);
    }

    private @Nullable Object member(VariableElement field, Optional<EnumConstant> self) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        if (field.getKind() == ElementKind.ENUM_CONSTANT) {
            return EnumConstant.of(owner, field.getSimpleName().toString());
        }
        if (field.getConstantValue() != null) {
            return field.getConstantValue();
        }
        if (field.getModifiers().contains(Modifier.STATIC) || self.isEmpty()) {
            VariableTree tree = program.tree(field);
            return visit(tree.getInitializer(), new Frame(owner, Optional.empty()));
        }
        return field(self.get(), field);
    }

    @Override
    public @Nullable Object visitMethodInvocation(MethodInvocationTree tree, Frame frame) {
        List<@Nullable Object> arguments = all(tree.getArguments(), frame);
        if (tree.getMethodSelect() instanceof IdentifierTree name) {
            return callOwn(name.getName().toString(), frame, arguments);
        }
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            Optional<TypeElement> type = typeOf(select.getExpression(), frame);
            return type.isPresent()
                    ? callStatic(type.get(), name, arguments)
                    : callOn(visit(select.getExpression(), frame), name, arguments);
        }
        throw new NotEvaluableException(tree);
    }

    private @Nullable Object callOwn(String name, Frame frame, List<@Nullable Object> arguments) {
        if (frame.self().isPresent()) {
            return callOn(frame.self().get(), name, arguments);
        }
        return program.method(frame.owner(), name, arguments.size())
                .map(method -> call(method, Optional.empty(), arguments))
                .orElseThrow(() -> new NotEvaluableException(name));
    }

    private @Nullable Object callStatic(TypeElement type, String name, List<@Nullable Object> arguments) {
        return program.method(type, name, arguments.size())
                .map(method -> call(method, Optional.empty(), arguments))
                .orElseGet(() -> KnownMethods.callStatic(type.getSimpleName().toString(), name, arguments));
    }

    private @Nullable Object callOn(@Nullable Object target, String name, List<@Nullable Object> arguments) {
        if (target == null) {
            throw new NotEvaluableException(name);
        }
        if (target instanceof Indicators) {
            return Indicators.answer(arguments);
        }
        if (!(target instanceof EnumConstant constant)) {
            return KnownMethods.call(target, name, arguments);
        }
        Optional<MethodTree> overriding = body(constant).flatMap(body -> Program.method(body, name, arguments.size()));
        if (overriding.isPresent()) {
            return run(overriding.get(), new Frame(constant.type(), Optional.of(constant)));
        }
        return program.method(constant.type(), name, arguments.size())
                .map(method -> call(method, Optional.of(constant), arguments))
                .orElseGet(() -> KnownMethods.call(constant, name, arguments));
    }

    private Optional<ClassTree> body(EnumConstant constant) {
        try {
            return Optional.ofNullable(creation(constant).getClassBody());
        } catch (NotEvaluableException e) {
            // an enum of a jar has no source and keeps to what every enum can do
            return Optional.empty();
        }
    }

    /** The class that an expression names, unless it is a variable. */
    private Optional<TypeElement> typeOf(ExpressionTree tree, Frame frame) {
        if (tree instanceof IdentifierTree name) {
            String text = name.getName().toString();
            boolean isVariable = frame.knows(text)
                    || text.equals("this")
                    || program.field(frame.owner(), text).isPresent();
            return isVariable ? Optional.empty() : program.type(text, frame.owner());
        }
        return tree instanceof MemberSelectTree select
                ? typeOf(select.getExpression(), frame)
                        .flatMap(outer -> program.type(select.getIdentifier().toString(), outer))
                        .or(() -> program.type(select.toString(), frame.owner()))
                : Optional.empty();
    }

    private List<@Nullable Object> all(List<? extends ExpressionTree> trees, Frame frame) {
        List<@Nullable Object> values = new ArrayList<>();
        trees.forEach(tree -> values.add(visit(tree, frame)));
        return values;
    }
}
