using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>Steps, each evaluated for every value that the one before gave.</summary>
internal sealed class PathExpression : Expression
{
    private bool? _isPlain;

    public PathExpression(IEnumerable<Expression> steps, int position)
        : base(position) => Steps = [.. steps];

    public override string TypeName => "path";

    public List<Expression> Steps { get; }

    /// <summary>A step is marked with <c>[]</c>: a single result stays an array.</summary>
    public bool KeepSingletonArray { get; set; }

    public override IEnumerable<Expression> Children => Steps;

    public override JsonValue? Evaluate(JsonValue? input, Frame frame) =>
        (_isPlain ??= IsPlain()) && TryPlain(input, frame, out var result) ? result : base.Evaluate(input, frame);

    protected override JsonValue? EvaluateCore(JsonValue? input, Frame frame)
    {
        var values = input is JsonArray array && Steps[0] is not VariableExpression ? array : JsonataArray.Sequence(input);
        JsonValue? result = null;
        JsonataArray? tuples = null;
        var isTuples = false;
        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            isTuples |= step.IsTuple;
            var isConstructor = i == 0 && step.IsArrayConstructor;
            if (isConstructor)
            {
                result = step.Evaluate(values, frame); // made once, whatever the context is
            }
            else if (step is SortExpression sort && i == 1 && result is not (null or JsonArray))
            {
                result = sort.Filtered(result, frame); // a constructor that is filtered may give a single value: nothing to order
            }
            else if (isTuples)
            {
                tuples = TupleStep.Evaluate(step, values, tuples, frame);
            }
            else
            {
                result = PathStep.Evaluate(step, values, frame, isLast: i == Steps.Count - 1);
            }

            if (!isTuples && result is null or JsonArray { Count: 0 })
            {
                break;
            }

            if (step.Focus is null && (isConstructor || !isTuples))
            {
                values = isConstructor ? Items(result) : Sequences.AsArray(result);
            }
        }

        return Finish(isTuples ? Contexts(tuples ?? JsonataArray.Sequence()) : result, tuples, isTuples, frame);
    }

    private JsonValue? Finish(JsonValue? result, JsonataArray? tuples, bool isTuples, Frame frame)
    {
        if (KeepSingletonArray && result is JsonataArray array)
        {
            array = array is { IsConstructed: true, IsSequence: false } ? JsonataArray.Sequence(array) : array;
            array.KeepSingleton = true;
            result = array;
        }

        return Group is null ? result : Group.Evaluate(isTuples ? tuples : result, frame);
    }

    // What JavaScript's index and length find: the characters of a string, nothing in another single value.
    private static JsonArray Items(JsonValue? value) => value switch
    {
        JsonArray array => array,
        JsonString text => new JsonataArray(text.Value.Select(c => (JsonValue)c.ToString()).ToList()),
        _ => JsonArray.Empty,
    };

    private JsonataArray Contexts(JsonataArray tuples)
    {
        if (IsTuple)
        {
            return tuples; // the path around this one needs what was bound
        }

        var contexts = JsonataArray.Sequence();
        for (var i = 0; i < tuples.Count; i++)
        {
            contexts.Add(((JsonObject)tuples[i])["@"]);
        }

        return contexts;
    }

    // $a.b.c over objects alone, by far the most usual path in state machines, needs no sequences.
    private bool IsPlain()
    {
        if (KeepArray || KeepSingletonArray || IsTuple || Group is not null || Predicates is not null)
        {
            return false;
        }

        for (var i = 0; i < Steps.Count; i++)
        {
            var step = Steps[i];
            var known = step is NameExpression || (i == 0 && step is VariableExpression);
            if (!known || step.KeepArray || step.IsTuple || step.Stages is not null || step.Predicates is not null || step.Group is not null)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryPlain(JsonValue? input, Frame frame, out JsonValue? result)
    {
        var run = frame.Run;
        run.Enter();
        run.Enter(); // as deep as the step would be
        var value = input;
        for (var i = 0; i < Steps.Count; i++)
        {
            if (value is JsonArray)
            {
                break;
            }

            value = Steps[i] is NameExpression name ? (value as JsonObject)?[name.Name] : ((VariableExpression)Steps[i]).Lookup(value, frame);
        }

        run.Leave();
        run.Leave();
        result = value;
        return value is not JsonArray;
    }
}
