using JobMgmt.Runtime.Tables.Expressions;
using JobMgmt.Runtime.Tables.Values;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables;

/// <summary>What a query asks of the key: one hash key, and at most one condition on the range key.</summary>
internal sealed class KeyCondition
{
    private readonly ICondition? _range;

    private KeyCondition(byte[] hash, ICondition? range) => (Hash, _range) = (hash, range);

    public byte[] Hash { get; }

    public static KeyCondition Read(ICondition condition, TableKey key)
    {
        JsonObject? hash = null;
        ICondition? range = null;
        foreach (var part in Parts(condition))
        {
            var name = Attribute(part);
            if (name == key.Hash && part is Comparison { Operator: "=", Right: ValueOperand value } && hash is null)
            {
                hash = AttributeValues.Is(value.Value, key.Type(name)) ? value.Value : throw WrongType;
            }
            else if (name == key.Range && name is not null && range is null)
            {
                range = part;
                CheckType(part, key);
            }
            else if (!key.Has(name ?? ""))
            {
                throw TableErrors.Invalid($"Query condition missed key schema element: {(hash is null ? key.Hash : key.Range ?? key.Hash)}");
            }
            else
            {
                throw NotSupported;
            }
        }

        return hash is null
            ? throw TableErrors.Invalid($"Query condition missed key schema element: {key.Hash}")
            : new KeyCondition(key.Bytes(JsonObject.Of((key.Hash, hash)), 0), range);
    }

    public bool Holds(JsonObject item) => _range?.Holds(item) ?? true;

    private static Exception WrongType => TableErrors.Parameters("Condition parameter type does not match schema type");

    private static Exception NotSupported => TableErrors.Invalid("Query key condition not supported");

    private static IEnumerable<ICondition> Parts(ICondition condition) => condition is AndCondition and ? Parts(and.Left).Concat(Parts(and.Right))
        : NotForKeys(condition) is { } name ? throw TableErrors.Invalid($"Invalid operator used in KeyConditionExpression: {name}")
        : [condition];

    /// <summary>The operator or function that no key condition has, whatever it is asked of.</summary>
    private static string? NotForKeys(ICondition condition) => condition switch
    {
        OrCondition => "OR",
        NotCondition => "NOT",
        InCondition => "IN",
        Comparison { Operator: "<>" } => "<>",
        FunctionCondition { Name: not "begins_with" } function => function.Name,
        _ => null,
    };

    /// <summary>The attribute that a part is about, where it compares one with values.</summary>
    private static string? Attribute(ICondition part)
    {
        var (left, others) = part switch
        {
            Comparison comparison => (comparison.Left, new[] { comparison.Right }),
            BetweenCondition between => (between.Operand, [between.Lower, between.Upper]),
            FunctionCondition { Operands.Count: 2 } function => (function.Operands[0], [function.Operands[1]]),
            _ => throw NotSupported,
        };
        return left is PathOperand { Path.Steps.Count: 1 } path && others.All(other => other is ValueOperand) ? path.Path.Root : throw NotSupported;
    }

    private static void CheckType(ICondition part, TableKey key)
    {
        var values = part switch
        {
            Comparison comparison => [comparison.Right],
            BetweenCondition between => [between.Lower, between.Upper],
            FunctionCondition function => [function.Operands[1]],
            _ => Array.Empty<IOperand>(),
        };
        if (values.Cast<ValueOperand>().Any(value => !AttributeValues.Is(value.Value, key.Type(key.Range!))))
        {
            throw WrongType;
        }
    }
}
