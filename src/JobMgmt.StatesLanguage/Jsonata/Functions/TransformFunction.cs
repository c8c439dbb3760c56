using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Expressions;
using JobMgmt.StatesLanguage.Jsonata.Signatures;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>
/// What <c>|pattern|update, delete|</c> makes. It edits a copy, and only that: a match outside the copy (by way of a variable)
/// stays as it is.
/// </summary>
internal sealed class TransformFunction : JsonataFunction
{
    private static readonly Signature _signature = SignatureParser.Parse("<(oa):o>");
    private readonly TransformExpression _expression;
    private readonly Frame _frame;

    public TransformFunction(TransformExpression expression, Frame frame)
    {
        _expression = expression;
        _frame = frame;
    }

    public override int Arity => 1;

    public override Signature? Signature => _signature;

    public override JsonValue? Call(JsonValue?[] arguments, JsonValue? input, Frame frame)
    {
        if (arguments.Length == 0 || arguments[0] is not { } original)
        {
            return null;
        }

        if (_frame.Lookup("clone") is not JsonataFunction clone)
        {
            throw new JsonataException("T2013", _expression.Position);
        }

        var copy = new TreeCopy();
        var result = copy.Copy(Invocation.Apply(clone, [original], JsonNull.Instance, _frame));
        var matches = _expression.Pattern.Evaluate(result, _frame);
        if (matches is not null)
        {
            var all = matches as JsonArray ?? JsonataArray.Sequence(matches);
            for (var i = 0; i < all.Count; i++)
            {
                Edit(all[i], copy);
            }
        }

        return result;
    }

    private void Edit(JsonValue? match, TreeCopy copy)
    {
        Update(match, copy);
        if (_expression.Delete?.Evaluate(match, _frame) is { } deletions)
        {
            Delete(match, deletions, copy);
        }
    }

    private void Update(JsonValue? match, TreeCopy copy)
    {
        switch (_expression.Update.Evaluate(match, _frame))
        {
            case null:
                break;
            case JsonObject update:
                if (match is JsonObject target && copy.Has(target))
                {
                    // what is put in is copied too, or an object could come to hold itself
                    target.Replace(Tuples.Extend(target, ((JsonObject)new TreeCopy().Copy(update)!).ToArray()).ToArray());
                }

                break;
            case var other:
                throw new JsonataException("T2011", _expression.Update.Position, null, other);
        }
    }

    private void Delete(JsonValue? match, JsonValue deletions, TreeCopy copy)
    {
        var names = deletions as JsonArray ?? JsonataArray.Sequence(deletions);
        if (!names.All(name => name is JsonString))
        {
            throw new JsonataException("T2012", _expression.Delete!.Position, null, deletions);
        }

        if (match is JsonObject target && copy.Has(target))
        {
            target.Replace(target.Where(member => !names.Any(name => ((JsonString)name).Value == member.Key)).ToArray());
        }
    }
}
