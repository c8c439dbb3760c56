using JobMgmt.StatesLanguage.Jsonata.Functions.Builtins;

namespace JobMgmt.StatesLanguage.Jsonata.Functions;

/// <summary>The table of functions. A set of them is made once and shared by all evaluations.</summary>
internal sealed class JsonataFunctions
{
    private readonly Dictionary<string, BuiltinFunction> _functions = new(StringComparer.Ordinal);

    private JsonataFunctions(IEnumerable<BuiltinFunction> functions)
    {
        foreach (var function in functions)
        {
            _functions[function.Name] = function;
        }
    }

    /// <summary>Those of the language.</summary>
    public static JsonataFunctions Standard { get; } = new([.. Shared(), new EvalFunction(), new RandomFunction()]);

    /// <summary>Those of Step Functions: six more, <c>$random</c> with a seed, and no <c>$eval</c>.</summary>
    public static JsonataFunctions StepFunctions { get; } = new(
    [
        .. Shared(), new PartitionFunction(), new RangeFunction(), new HashFunction(), new SeededRandomFunction(), new UuidFunction(), new ParseFunction(),
    ]);

    /// <summary>The functions, for documentation and tests.</summary>
    public IEnumerable<BuiltinFunction> All => _functions.Values;

    /// <summary>A function by its name; null where there is none.</summary>
    public BuiltinFunction? Find(string name) => _functions.TryGetValue(name, out var function) ? function : null;

    private static IEnumerable<BuiltinFunction> Shared() =>
    [
        new SumFunction(), new CountFunction(), new MaxFunction(), new MinFunction(), new AverageFunction(), new NumberFunction(),
        new FloorFunction(), new CeilFunction(), new RoundFunction(), new AbsFunction(), new SqrtFunction(), new PowerFunction(),
        new FormatNumberFunction(), new FormatBaseFunction(), new FormatIntegerFunction(), new ParseIntegerFunction(), new StringFunction(),
        new SubstringFunction(), new SubstringBeforeFunction(), new SubstringAfterFunction(), new LowercaseFunction(), new UppercaseFunction(),
        new LengthFunction(), new TrimFunction(), new PadFunction(), new MatchFunction(), new ContainsFunction(), new ReplaceFunction(),
        new SplitFunction(), new JoinFunction(), new Base64EncodeFunction(), new Base64DecodeFunction(), new EncodeUrlComponentFunction(),
        new EncodeUrlFunction(), new DecodeUrlComponentFunction(), new DecodeUrlFunction(), new BooleanFunction(), new NotFunction(),
        new ExistsFunction(), new TypeFunction(), new AppendFunction(), new ReverseFunction(), new SortFunction(), new ShuffleFunction(),
        new DistinctFunction(), new ZipFunction(), new KeysFunction(), new LookupFunction(), new SpreadFunction(), new MergeFunction(),
        new ErrorFunction(), new AssertFunction(), new CloneFunction(), new MapFunction(), new FilterFunction(), new SingleFunction(),
        new ReduceFunction(), new EachFunction(), new SiftFunction(), new NowFunction(), new MillisFunction(), new ToMillisFunction(),
        new FromMillisFunction(),
    ];
}
