using JobMgmt.StatesLanguage.Jsonata.Expressions;

namespace JobMgmt.StatesLanguage.Jsonata.Parsing;

/// <summary>Finds for each <c>%</c> the step whose context value it means, and makes that step leave it.</summary>
internal static class Ancestry
{
    /// <summary>Hands slots that found no ancestor within an expression on to the one around it.</summary>
    public static T Push<T>(T around, Expression within)
        where T : Expression
    {
        if (within.SeekingParent is null && within is not ParentExpression)
        {
            return around;
        }

        around.SeekingParent ??= [];
        around.SeekingParent.AddRange(Slots(within));
        return around;
    }

    /// <summary>Looks for the ancestor in a step, or in the last step within it.</summary>
    /// <exception cref="JsonataException"><c>S0217</c> where there can be none.</exception>
    public static void Seek(Expression step, AncestorSlot slot)
    {
        switch (step)
        {
            case NameExpression or WildcardExpression:
                if (--slot.Level == 0)
                {
                    slot.Label = step.Ancestor?.Label ?? slot.Label; // one value under one name, however many ask for it
                    step.Ancestor = slot;
                    step.IsTuple = true;
                }

                break;
            case ParentExpression:
                slot.Level++;
                break;
            case BlockExpression { Expressions.Count: > 0 } block:
                block.IsTuple = true;
                Seek(block.Expressions[block.Expressions.Count - 1], slot);
                break;
            case BlockExpression:
                break;
            case PathExpression path:
                path.IsTuple = true;
                var index = path.Steps.Count - 1;
                Seek(path.Steps[index--], slot);
                while (slot.Level > 0 && index >= 0)
                {
                    Seek(path.Steps[index--], slot);
                }

                break;
            default:
                throw new JsonataException("S0217", step.Position, step.TypeName);
        }
    }

    /// <summary>Looks for the ancestors that a path's last step asks for among the steps before it.</summary>
    public static void Resolve(PathExpression path)
    {
        foreach (var slot in Slots(path.Steps[path.Steps.Count - 1]))
        {
            var index = path.Steps.Count - 2;
            while (slot.Level > 0)
            {
                if (index < 0)
                {
                    (path.SeekingParent ??= []).Add(slot);
                    break;
                }

                var step = path.Steps[index--];
                while (index >= 0 && step.Focus is not null && path.Steps[index].Focus is not null)
                {
                    step = path.Steps[index--]; // steps that bind their values do not move the context
                }

                Seek(step, slot);
            }
        }
    }

    private static List<AncestorSlot> Slots(Expression expression)
    {
        var slots = new List<AncestorSlot>(expression.SeekingParent ?? []);
        if (expression is ParentExpression parent)
        {
            slots.Add(parent.Slot);
        }

        return slots;
    }
}
