package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SuiteQlSyntax.And;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Arithmetic;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Call;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Column;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Compare;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Condition;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Expression;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.In;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.IsNull;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Like;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Not;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Or;
import java.util.HashSet;
import java.util.Set;

/** Which tables an expression or a condition looks at. */
final class SqlSlots {
    private SqlSlots() {}

    static Set<Integer> of(Expression expression, SqlScope scope) {
        Set<Integer> slots = new HashSet<>();
        collect(expression, scope, slots);
        return slots;
    }

    static Set<Integer> of(Condition condition, SqlScope scope) {
        Set<Integer> slots = new HashSet<>();
        collect(condition, scope, slots);
        return slots;
    }

    private static void collect(Expression expression, SqlScope scope, Set<Integer> slots) {
        if (expression instanceof Column column) {
            slots.add(scope.slotOf(column));
        } else if (expression instanceof Call call) {
            call.arguments().forEach(argument -> collect(argument, scope, slots));
        } else if (expression instanceof Arithmetic arithmetic) {
            collect(arithmetic.left(), scope, slots);
            collect(arithmetic.right(), scope, slots);
        }
    }

    private static void collect(Condition condition, SqlScope scope, Set<Integer> slots) {
        if (condition instanceof And and) {
            and.all().forEach(one -> collect(one, scope, slots));
        } else if (condition instanceof Or or) {
            or.any().forEach(one -> collect(one, scope, slots));
        } else if (condition instanceof Not not) {
            collect(not.condition(), scope, slots);
        } else if (condition instanceof Compare compare) {
            collect(compare.left(), scope, slots);
            collect(compare.right(), scope, slots);
        } else if (condition instanceof In in) {
            collect(in.value(), scope, slots);
            in.list().forEach(one -> collect(one, scope, slots));
        } else if (condition instanceof IsNull isNull) {
            collect(isNull.value(), scope, slots);
        } else if (condition instanceof Like like) {
            collect(like.value(), scope, slots);
            collect(like.pattern(), scope, slots);
        }
    }
}
